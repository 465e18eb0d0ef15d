import { randomUUID } from 'node:crypto';
import * as importJobs from '#lib/importJobs/importJobs.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';

const TABLE = [
	'Ideen aus Musterstadt;;;;',
	'Nr;Titel;Beschreibung;Rubrik;Gruppe',
	'1;Mehr Bänke;Zum Ausruhen auf dem Weg zum Amt.;Wohnen;Bürger',
	'2;Längere Öffnung;Rufen Sie mich an: 0171/1234567.;Ämter;Bürger',
	'3;;Ohne Überschrift geht es auch.;Ämter;Verein',
	'4;"Offen;Das hört nicht auf.;Ämter;Verein'
].join('\n');

/** A table was uploaded just now, or it would be forgotten, and looked at; nothing of it is taken over yet. */
export async function tryImport(then: Ctx): Promise<string> {
	const admin = { ...then, now: new Date().toISOString() };
	const id = randomUUID();
	await importJobs.upload(admin, id, { name: 'musterstadt.csv', bytes: Buffer.from(TABLE) });
	const worker = importJobs.makeImportWorker();
	while (await worker.step({ ...admin, person: null }));
	return id;
}
