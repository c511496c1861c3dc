/** The thousand: a map, a table, and how good the figures are. */
import { useLanguage } from '../../i18n/context.tsx';

export default function NetworkScreen() {
  const { say } = useLanguage();
  return <h1>{say('network.title')}</h1>;
}
