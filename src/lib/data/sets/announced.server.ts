import * as consultations from '../../consultations/consultations.server.ts';
import { publicPlaces } from '../../people/places/placeDetails.server.ts';
import * as meetings from '../../recording/meetings/meetings.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { RowOf } from '../dataset.ts';
import { day } from './contributions.server.ts';

const PAGE = 100;

/** Meetings that are announced to everybody, also those that are over or called off, in their order. */
export async function* termine(ctx: Ctx): AsyncGenerator<RowOf<'termine'>[]> {
	const slugs = new Map((await consultations.all(ctx)).map(({ id, slug }) => [id, slug]));
	for await (const page of meetings.announced(ctx, PAGE)) {
		yield page.map((one) => ({
			kennung: one.id,
			verfahren: slugs.get(one.consultationId) ?? null,
			titel: one.title,
			...{ findet_statt: one.heldOn, beginnt: one.begins, endet: one.ends, ort: one.place },
			fuer: one.audience || null,
			zugang: one.access || null,
			kinderbetreuung: one.childcare || null,
			sprachen: one.languages || null,
			fahrtkosten: one.travel || null,
			abgesagt: one.cancelledAt !== null,
			geaendert: day(one.changedAt),
			adresse: `${ctx.app.config.origin}/treffen/termin/${one.id}`
		}));
	}
}

/** Where cards are to be had: open places whose teams have said where and when. Nobody of the team is named. */
export async function* orte(ctx: Ctx): AsyncGenerator<RowOf<'orte'>[]> {
	yield (await publicPlaces(ctx)).map(({ code, name, address, hours, note, changedAt }) => ({
		...{ kuerzel: code, name, anschrift: address, offen: hours, hinweis: note || null },
		geaendert: day(changedAt),
		adresse: `${ctx.app.config.origin}/karten-orte`
	}));
}
