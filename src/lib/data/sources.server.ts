import type { Ctx } from '../server/ctx.ts';
import { aenderungen } from './amendments.server.ts';
import { aufrufe, aufrufpunkte, aufrufteile } from './calls.server.ts';
import type { Slug } from './columns.ts';
import { kommentare } from './comments.server.ts';
import { beitraege } from './contributions.server.ts';
import type { KeptRow, Row } from './dataset.ts';
import { dokumente, handlungsfelder, phasen, verfahren } from './frame.server.ts';
import { chronik, moderation, moderationsmonate } from './happened.server.ts';
import { meinungsbilder } from './landscapes.server.ts';
import { handzeichen, treffen } from './meetings.server.ts';
import { berichte, ergebnisse, fassungen, positionen, punkte, quellen, umsetzung } from './outcome.server.ts';
import { beteiligung } from './participation.server.ts';

type Source = (ctx: Ctx) => AsyncIterable<readonly KeptRow[]>;

/** Rows that are nobody's words. */
function ours(rows: (ctx: Ctx) => AsyncIterable<readonly Row[]>): Source {
	return async function* (ctx) {
		for await (const some of rows(ctx)) yield some.map((row) => ({ row, trace: null }));
	};
}

/** Where the rows of each table come from: doors that give everybody what pages show. */
export const SOURCES: Readonly<Record<Slug, Source>> = {
	beitraege,
	kommentare,
	aenderungen,
	treffen,
	handzeichen,
	fassungen: ours(fassungen),
	punkte: ours(punkte),
	quellen: ours(quellen),
	ergebnisse: ours(ergebnisse),
	positionen: ours(positionen),
	beteiligung: ours(beteiligung),
	umsetzung: ours(umsetzung),
	aufrufe: ours(aufrufe),
	aufrufteile: ours(aufrufteile),
	aufrufpunkte: ours(aufrufpunkte),
	berichte: ours(berichte),
	meinungsbilder: ours(meinungsbilder),
	chronik: ours(chronik),
	moderation: ours(moderation),
	moderationsmonate: ours(moderationsmonate),
	dokumente: ours(dokumente),
	verfahren: ours(verfahren),
	handlungsfelder: ours(handlungsfelder),
	phasen: ours(phasen)
};
