/** A server over the real reference set and a page of a few lines, for tests. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, brotliCompressSync } from 'node:zlib';
import {
  climatePackBytes,
  draftKit,
  loadClimateModel,
  loadObservedWarming,
  loadReference,
  loadThousandData,
  thousandText,
} from '@thousand-cities/reference/node';
import { networkServices } from './network-services.ts';
import { referenceServices } from './reference-services.ts';
import type { CityServices } from './services.ts';

export const BANDUNG = '1650357';

export function realServices(): CityServices {
  const reference = loadReference();
  const network = networkServices(reference, {
    thousandText,
    thousand: loadThousandData,
    climatePack: climatePackBytes,
    climateModel: loadClimateModel,
    observed: loadObservedWarming,
  });
  return referenceServices(reference, draftKit(), network);
}

const SCRIPT = `export const words = '${'calm, civic, exact; '.repeat(100)}';\n`;

/** A folder as the page's build leaves it. */
export function builtPage(): { readonly webRoot: string; readonly script: string } {
  const webRoot = mkdtempSync(join(tmpdir(), 'thousand-cities-page-'));
  for (const folder of ['assets', 'messages']) mkdirSync(join(webRoot, folder));
  const html =
    '<!doctype html><html lang="en"><head><title>Page</title><!--head--></head><body><div id="root"><!--shell--></div></body></html>';
  writeFileSync(join(webRoot, 'index.html'), html);
  writeFileSync(join(webRoot, 'assets/index-abc.js'), SCRIPT);
  writeFileSync(join(webRoot, 'assets/index-abc.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(webRoot, 'assets/index-abc.js.br'), brotliCompressSync(SCRIPT));
  const en = {
    'app.title': 'Thousand Cities',
    'home.title': 'What must your city do?',
    'shell.noResults': 'No “{query}”.',
  };
  writeFileSync(join(webRoot, 'messages/en.json'), JSON.stringify(en));
  writeFileSync(join(webRoot, 'messages/id.json'), JSON.stringify({ 'home.title': 'Apa yang harus dilakukan?' }));
  return { webRoot, script: SCRIPT };
}
