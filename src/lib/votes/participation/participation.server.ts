import * as comments from '../../comments/comments.server.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import type { Consultation } from '../../consultations/consultation.ts';
import { expectSeen, seenMark, type State } from '../../editState.ts';
import { GroupName } from '../../people/person.ts';
import * as profile from '../../profile/profile.server.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import { isoDay } from '../../texts/dates.ts';
import { obey } from '../../verdict.ts';
import {
	isOpen,
	mayRefer,
	PLACED_LINES,
	participationOf,
	PartLineName,
	percentField,
	placesIn,
	type Participation,
	type PartLine,
	type Reference,
	type ReferenceInput
} from './participation.ts';
import * as store from './store.server.ts';
import * as sheets from '../sheets/store.server.ts';
import { publish, publishOpenly, type Counted } from '../results/publications.server.ts';
import { publicationsOf } from '../results/results.server.ts';
import { PLACED, PRESENCE, type Counts } from '../suppression/suppression.ts';

const countedSubjectOf = (consultationId: string) => `participation ${consultationId}`;
const placedSubjectOf = (consultationId: string) => `places ${consultationId}`;
const textsSubjectOf = (consultationId: string) => `texts ${consultationId}`;
const subjectsOf = [countedSubjectOf, placedSubjectOf, textsSubjectOf];
export function subjectOf(line: PartLine, consultationId: string): string {
	if (isOpen(line)) return textsSubjectOf(consultationId);
	return (PLACED_LINES.includes(line) ? placedSubjectOf : countedSubjectOf)(consultationId);
}

/** Put back from open data: what it counted is not here, so nothing is counted anew. */
const rests = ({ phases }: Consultation) => phases.length > 0 && phases.every(({ actions }) => actions.length === 0);

/** A chore: publishes anew who takes part, where that is due and gives nobody away. Returns how many changed. */
export async function publishParticipation(ctx: Ctx): Promise<number> {
	const all = (await consultations.all(ctx)).filter((one) => !rests(one));
	const counted: Counted[] = [];
	const placed: Counted[] = [];
	const texts: Counted[] = [];
	// Counting reads every contribution: nobody's vote waits for it.
	for (const { id } of all) {
		counted.push({ subject: countedSubjectOf(id), now: await count(ctx, id) });
		placed.push({ subject: placedSubjectOf(id), now: await countPlaces(ctx, id) });
		texts.push({ subject: textsSubjectOf(id), now: await countTexts(ctx, id) });
	}
	return transaction(ctx, async (ctx) => {
		let changed = (await publish(ctx, counted, PRESENCE)) + (await publish(ctx, placed, PLACED));
		for (const { subject, now } of texts) changed += await publishOpenly(ctx, subject, now);
		return changed;
	});
}

async function count(ctx: Ctx, consultationId: string): Promise<Record<string, Counts>> {
	const inOrder = placesIn(await profile.current(ctx));
	return {
		people: places(inOrder.people, await store.peopleByGroup(ctx.db)),
		// Sheets, one for each person and phase: votes nobody may count across points.
		sheets: places(inOrder.sheets, await sheets.byChannel(ctx.db, consultationId))
	};
}

/** Of what stands in public anyway: the same contributions in every line, so that the sums are the same. */
async function countTexts(ctx: Ctx, consultationId: string): Promise<Record<string, Counts>> {
	const inOrder = placesIn(await profile.current(ctx));
	return {
		contributions: { ...(await proposals.countByGroup(ctx, consultationId)) },
		comments: { ...(await comments.countByGroup(ctx, consultationId)) },
		channels: places(inOrder.channels, await store.byWay(ctx.db, consultationId)),
		kinds: places(inOrder.kinds, await store.byKind(ctx.db, consultationId)),
		months: inMonths(await store.byHour(ctx.db, consultationId)),
		languages: places(inOrder.languages, await store.byLanguage(ctx.db, consultationId))
	};
}

async function countPlaces(ctx: Ctx, consultationId: string): Promise<Record<string, Counts>> {
	const inOrder = placesIn(await profile.current(ctx));
	const districts = await store.byDistrict(ctx.db, consultationId);
	return {
		districts: places(
			inOrder.districts,
			districts.map(({ name, count }) => ({ name: name ?? 'none', count }))
		)
	};
}

/** Months as they are in Germany, and as the day of each contribution is told. */
function inMonths(rows: readonly { hour: string; count: number }[]): Counts {
	const months: Record<string, number> = {};
	for (const { hour, count } of rows) {
		const month = isoDay(`${hour}:00:00.000Z`).slice(0, 7);
		months[month] = (months[month] ?? 0) + Number(count);
	}
	return months;
}

function places(names: readonly string[], rows: readonly { name: string; count: number }[]): Counts {
	return Object.fromEntries([
		...names.map((name) => [name, 0] as const),
		...rows.map(({ name, count }) => [name, Number(count)] as const)
	]);
}

/** What everybody may see of who takes part. */
export async function participation(ctx: Ctx, consultationId: string): Promise<Participation> {
	const subjects = subjectsOf.map((subject) => subject(consultationId));
	const found = await publicationsOf(ctx, subjects);
	return participationOf(
		subjects.flatMap((subject) => {
			const publication = found.get(subject);
			if (!publication) return [];
			// Lines that were published under another subject before: what is told now stands under its own.
			const own = Object.entries(publication.lines).filter(([line]) => belongs(line, subject, consultationId));
			return [{ at: publication.at, lines: Object.fromEntries(own) }];
		})
	);
}

function belongs(line: string, subject: string, consultationId: string): boolean {
	const known = PartLineName.safeParse(line).data;
	return known !== undefined && subjectOf(known, consultationId) === subject;
}

/** In the order of the groups. */
export async function references(ctx: Ctx, consultationId: string): Promise<Reference[]> {
	const rows = await store.references(ctx.db, consultationId);
	const known = rows.map((row) => ({ ...row, group: GroupName.parse(row.group) }));
	const groups = await profile.groupKeys(ctx);
	return groups.flatMap((group) => known.find((one) => one.group === group) ?? []);
}

/** What the form shows, by field. */
export function referenceState(rows: readonly { group: string; percent: number; source: string }[]): State {
	const percents = rows.map(({ group, percent }) => [percentField(group), String(percent)]);
	return { ...Object.fromEntries(percents), source: rows[0]?.source ?? '' };
}

/** Whom one would expect among those who take part. Sent twice, it is the same. */
export async function refer(ctx: Ctx, consultationId: string, form: ReferenceInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayRefer(ctx.person));
		const groups = await profile.groupKeys(ctx);
		const rows = groups.flatMap((group) => {
			const percent = form.percents[group];
			return percent === undefined ? [] : [{ group, percent, source: form.source }];
		});
		const [now, next] = [await references(ctx, consultationId), rows].map(referenceState);
		if (now && next && seenMark(now) === seenMark(next)) return;
		if (now) expectSeen('references', form.seen, now);
		await store.setReferences(ctx.db, consultationId, rows);
		await record(ctx, { verb: 'references.set', subjectId: consultationId, consultationId });
	});
}
