export { description, earlierDigests, edition, file, page, PART, tables, textOf } from './editions/editions.server.ts';
export { applyRecall } from './editions/applyRecall.server.ts';
export { countOf, restore } from './restore/restoreEdition.server.ts';
export { publishEdition } from './editions/publishEdition.server.ts';
