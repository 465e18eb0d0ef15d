export { edition, file, page, PART, textOf, type DataFile, type DataPage, type Edition } from './editions.server.ts';
export { recallWords } from './recalling.server.ts';
export { countOf, restore, type Counted } from './restoring.server.ts';
export { publishEdition } from './publishing.server.ts';
