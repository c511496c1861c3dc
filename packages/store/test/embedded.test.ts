/** The contract over the embedded database, in memory and in a folder. */
import { temporaryFolder } from './folders.ts';
import { openStore } from '../src/index.ts';
import { storeCase } from './store.case.ts';

storeCase('embedded in memory', () => openStore({}));
storeCase('embedded in a folder', () => openStore({ directory: temporaryFolder() }));
