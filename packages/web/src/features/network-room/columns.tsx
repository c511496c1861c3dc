/** The columns of the table of cities: what each cell shows, and how "not there" differs from "not shown". */
import type { Language } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';
import type { BigColumn } from '../../shared/big-table/types.ts';
import { followLink } from '../../shared/router.ts';
import { dayIn } from '../accounts/moments.ts';
import { networkAddress } from '../workspace/routes.ts';
import type { City } from './query.ts';
import { missing, shared } from './words.ts';

type Column = BigColumn<City>;

export function columnsOf(language: Language, networkId: string, nameOf: (iso3: string) => string): readonly Column[] {
  const { say, locale } = language;
  return [
    {
      id: 'name',
      label: say('room.column.city'),
      width: 9,
      isSortable: true,
      holdsControl: true,
      cell: ({ cityId, name }, tabIndex) => (
        <a
          href={networkAddress({ area: 'network-city', networkId, cityId })}
          onClick={followLink}
          tabIndex={tabIndex}
          title={name}
        >
          {name}
        </a>
      ),
    },
    {
      id: 'country',
      label: say('room.column.land'),
      width: 7,
      isSortable: true,
      cell: ({ country }) => nameOf(country),
      title: ({ country }) => nameOf(country),
    },
    {
      id: 'asked',
      label: say('room.column.since'),
      width: 7,
      isSortable: true,
      cell: ({ acceptedAt }) => (acceptedAt === null ? <em>{say('room.asking')}</em> : dayIn(locale, acceptedAt)),
    },
    {
      id: 'shares',
      label: say('room.column.shares'),
      width: 11,
      cell: ({ shares }) => (
        <span className={shares.length === 0 ? 'quiet' : undefined}>{shared(language, shares)}</span>
      ),
      title: ({ shares }) => shared(language, shares),
    },
    ...documentColumns(language),
    {
      id: 'missing',
      label: say('room.column.missing'),
      width: 12,
      cell: (city) => missing(language, city),
      title: (city) => missing(language, city),
    },
  ];
}

function documentColumns(language: Language): readonly Column[] {
  const { say, year } = language;
  return [
    {
      id: 'inventory',
      label: say('room.column.newest'),
      width: 8.5,
      isSortable: true,
      cell: ({ inventory, seesInventory }) =>
        inventory ? (
          <>
            {year(inventory.year)} <span className="quiet">{say(`room.state.inventory.${inventory.state}`)}</span>
          </>
        ) : (
          <Gap language={language} sees={seesInventory} />
        ),
    },
    {
      id: 'complete',
      label: say('room.column.complete'),
      width: 7,
      isLeftOutOfCards: true,
      cell: ({ inventory }) => shareText(language, inventory) ?? <span aria-hidden="true">–</span>,
      title: ({ inventory }) => completeText(language, inventory) ?? '',
    },
    {
      id: 'plan',
      label: say('room.column.standing'),
      width: 6.5,
      isSortable: true,
      cell: ({ plan, seesPlan }) =>
        plan ? say(`room.state.plan.${plan.state}`) : <Gap language={language} sees={seesPlan} />,
      title: ({ plan }) => plan?.name ?? '',
    },
    {
      id: 'target',
      label: say('room.column.target'),
      width: 11,
      cell: ({ plan }) => (plan ? targetText(language, plan) : <span aria-hidden="true">–</span>),
      title: ({ plan }) => (plan ? targetText(language, plan) : ''),
    },
  ];
}

function Gap({ language: { say }, sees }: { language: Language; sees: boolean }) {
  return <span className={sees ? 'value-missing' : 'quiet'}>{say(sees ? 'room.nothing' : 'room.notShown')}</span>;
}

function shareText({ say }: Language, inventory: City['inventory']): string | undefined {
  if (!inventory?.completeness) return undefined;
  const { figures, notEstimated, explained } = inventory.completeness;
  return say('room.complete', { figures, all: figures + notEstimated + explained });
}

/** Rows with a figure of all rows, and how many say "not estimated". */
export function completeText(language: Language, inventory: City['inventory']): string | undefined {
  if (!inventory?.completeness) return undefined;
  const { figures, notEstimated, explained } = inventory.completeness;
  const all = figures + notEstimated + explained;
  return notEstimated === 0
    ? shareText(language, inventory)
    : language.say('room.complete.ne', { figures, all, count: notEstimated });
}

/** What the assessment said; a plan that is only adopted is assessed when it is published. */
export function targetText(language: Language, { assessment, state }: NonNullable<City['plan']>): string {
  if (assessment !== null) return targetWords(language, assessment.target, assessment.meetsTarget);
  return language.say(state === 'published' ? 'room.notAssessedThen' : 'room.notAssessed');
}

/** Whether a target is met, by its name. */
export function targetWords({ say, catalogue }: Language, id: string, isMet: boolean): string {
  const key = `target.${id}`;
  return say(isMet ? 'room.meets' : 'room.misses', { target: hasKey(catalogue, key) ? say(key) : id });
}
