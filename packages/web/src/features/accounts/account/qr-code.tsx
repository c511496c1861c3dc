/** A QR code as a picture, dark on light in both themes, since cameras expect that. */
import { qrModules } from './qr.ts';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

const QUIET = 4;

export function QrCode({ text, label }: QrCodeProps) {
  const modules = qrModules(text);
  const side = modules.length + 2 * QUIET;
  const path = modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className="qr-light" width={side} height={side} />
      <path className="qr-dark" d={path} />
    </svg>
  );
}
