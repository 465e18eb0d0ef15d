import * as papers from '#lib/positionPapers/positionPapers.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Who } from '../people.ts';

export const PAPER_ID = '5d0c7b0e-3c8e-4b52-9d0a-0f6f2f6a1c01';
const TEXT = `# Wohnen

Die Tafel sieht jeden Tag, was eine hohe Miete heißt: Für Essen bleibt nichts.

# Beratung

Eine Stelle für alle Anträge spart Wege, Zeit und Nerven. Wir machen gern mit.
`;

/** The paper of an organisation, as it was read and not yet sent. */
export async function handIn(as: (who: Who) => Ctx): Promise<void> {
	await papers.upload(as('organisation'), PAPER_ID, { name: 'Stellungnahme Tafel.txt', bytes: Buffer.from(TEXT) });
	await papers.readNew(as('admin'));
}
