import type { Ctx } from '../../server/ctx.ts';
import { aenderungen } from './amendments.server.ts';
import { aufrufe, aufrufpunkte, aufrufteile } from './calls.server.ts';
import type { Slug } from './columns/columns.ts';
import { kommentare } from './comments.server.ts';
import { beitraege } from './contributions.server.ts';
import type { KeptRow, Row } from '../dataset.ts';
import { dokumente, handlungsfelder, phasen, verfahren } from './consultations.server.ts';
import { chronik, moderation, moderationsmonate } from './chronicle.server.ts';
import { meinungsbilder } from './landscapes.server.ts';
import { orte, termine } from './announced.server.ts';
import { handzeichen, lesarten, treffen } from './meetings.server.ts';
import {
	berichte,
	ergebnisse,
	fassungen,
	nachtraege,
	positionen,
	punkte,
	quellen,
	umsetzung
} from './outcome.server.ts';
import { beteiligung } from './participation.server.ts';
import { beirat, beiratsgruende } from './board.server.ts';
import { bewertungen } from './evaluations.server.ts';
import { einwaende, fehlwoerter, ungenutzt } from './omitted.server.ts';
import { fehlendes, vertretung } from './represented.server.ts';
import { vorrang, vorrangkreuze } from './priorities.server.ts';

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
	termine: ours(termine),
	orte: ours(orte),
	treffen,
	handzeichen,
	lesarten,
	fassungen: ours(fassungen),
	punkte: ours(punkte),
	quellen: ours(quellen),
	vertretung: ours(vertretung),
	fehlendes: ours(fehlendes),
	fehlwoerter: ours(fehlwoerter),
	ungenutzt: ours(ungenutzt),
	einwaende: ours(einwaende),
	beirat: ours(beirat),
	beiratsgruende: ours(beiratsgruende),
	ergebnisse: ours(ergebnisse),
	positionen: ours(positionen),
	beteiligung: ours(beteiligung),
	vorrang: ours(vorrang),
	vorrangkreuze: ours(vorrangkreuze),
	bewertungen: ours(bewertungen),
	umsetzung: ours(umsetzung),
	aufrufe: ours(aufrufe),
	aufrufteile: ours(aufrufteile),
	aufrufpunkte: ours(aufrufpunkte),
	berichte: ours(berichte),
	nachtraege: ours(nachtraege),
	meinungsbilder: ours(meinungsbilder),
	chronik: ours(chronik),
	moderation: ours(moderation),
	moderationsmonate: ours(moderationsmonate),
	dokumente: ours(dokumente),
	verfahren: ours(verfahren),
	handlungsfelder: ours(handlungsfelder),
	phasen: ours(phasen)
};
