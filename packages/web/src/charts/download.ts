/** Hand a file to the reader, and turn a chart on screen into a picture that stands alone. */

/** Save text or bytes under a name. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name from words: lower case, hyphens, nothing a file system minds. */
export function fileName(words: readonly string[], extension: string): string {
  const name = words
    .join('-')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${name}.${extension}`;
}

const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'paint-order',
  'text-anchor',
] as const;
const MARGIN = 16;
const TITLE_HEIGHT = 56;
const FOOT_HEIGHT = 28;

function text(content: string, x: number, y: number, size: number, weight: number, fill: string): SVGTextElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  element.textContent = content;
  const attributes = { x, y, 'font-size': size, 'font-weight': weight, fill, 'font-family': 'Arial, sans-serif' };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** The chart as an SVG document with its styles written out, its title above and its source below. */
export function standaloneSvg(
  svg: SVGSVGElement,
  title: string,
  source: string,
): { markup: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, i) => {
    const computed = getComputedStyle(originals[i]!);
    for (const style of STYLES) element.style.setProperty(style, computed.getPropertyValue(style));
    element.removeAttribute('class');
  });
  const box = svg.getBoundingClientRect();
  const width = box.width + 2 * MARGIN;
  const height = box.height + TITLE_HEIGHT + FOOT_HEIGHT + MARGIN;
  const page = getComputedStyle(document.documentElement);
  const outer = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  outer.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  outer.setAttribute('viewBox', `0 0 ${width} ${height}`);
  outer.setAttribute('width', String(width));
  outer.setAttribute('height', String(height));
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', page.backgroundColor);
  copy.setAttribute('x', String(MARGIN));
  copy.setAttribute('y', String(TITLE_HEIGHT));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  const quiet = getComputedStyle(svg).color;
  outer.append(
    ground,
    text(title, MARGIN, 32, 16, 600, page.color),
    copy,
    text(source, MARGIN, height - 14, 11, 400, quiet),
  );
  return { markup: new XMLSerializer().serializeToString(outer), width, height };
}

const PNG_SCALE = 2;

/** Draw an SVG document on a canvas at twice its size and return it as PNG. */
export async function pngOf({ markup, width, height }: ReturnType<typeof standaloneSvg>): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png');
  });
}
