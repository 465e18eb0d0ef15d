export { edition, page, PART, textOf, type DataFile, type DataPage, type Edition } from './editions.server.ts';
export { publishEdition } from './publishing.server.ts';
