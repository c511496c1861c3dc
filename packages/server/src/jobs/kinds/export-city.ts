/** Everything of a city that whoever asked may see, in open formats, as one archive. */
import { buffer } from 'node:stream/consumers';
import { z } from '@hono/zod-openapi';
import { DomainError } from '@thousand-cities/model';
import { cityFiles, findCity, type ExportedFile } from '@thousand-cities/store';
import { requireRight } from '../../workspace/rights-check.ts';
import { tarGz } from '../../workspace/tar.ts';
import { jobKind, type AnyJobKind } from '../kind.ts';

export const ExportCity = z.object({});

/** Beyond this, the archive is for the command line: `cities export --all`. */
const MOST_BYTES = 256 * 1024 * 1024;

export function exportCity(): AnyJobKind {
  return jobKind({
    kind: 'export-city',
    about: 'city',
    needs: 'members.read',
    payload: ExportCity,
    lane: 'work',
    mostTries: 3,
    run: async ({ job, viewer, db, signal, report }) => {
      await report(0, 'gathering');
      const cityId = 'cityId' in job.owner ? job.owner.cityId : '';
      let files = 0;
      // One picture of one moment. It is told of before and after, not within: the embedded database has one session.
      const bytes = await db.snapshot(viewer, async (tx) => {
        await requireRight(tx, cityId, 'members.read');
        const city = await findCity(tx, cityId);
        if (!city) throw new DomainError('not-found', 'there is no such city', [cityId]);
        return new Uint8Array(await buffer(tarGz(counted(cityFiles(tx, city), signal, () => files++))));
      });
      await report(0.95, 'keeping');
      const name = `city-${cityId}.tar.gz`;
      return { result: { files, bytes: bytes.length }, file: { name, mediaType: 'application/gzip', bytes } };
    },
  });
}

async function* counted(
  files: AsyncIterable<ExportedFile>,
  signal: AbortSignal,
  count: () => void,
): AsyncGenerator<ExportedFile> {
  let bytes = 0;
  for await (const file of files) {
    signal.throwIfAborted();
    bytes += file.content.length;
    if (bytes > MOST_BYTES)
      throw new DomainError('out-of-range', 'the city has more files than an archive may hold here');
    count();
    yield file;
  }
}
