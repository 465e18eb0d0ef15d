import * as consultations from '../../consultations/consultations.server.ts';
import { groupNameLong } from '../../people/groupNames.ts';
import { expectSeen, seenMark, type State as EditState } from '../../editState.ts';
import type { Spoken } from '../../people/details/language.ts';
import { GroupName, type AuthorGroup } from '../../people/person.ts';
import type { State } from '../../proposals/proposal.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { isNumber, nextNumber, reserve } from '../../server/db/counters.ts';
import { transaction } from '../../server/db/transaction.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import { isoDay } from '../../texts/dates.ts';
import { t } from '../../texts/texts.ts';
import { found, NotFound, obey, Refused, Stale, type Verdict } from '../../verdict.ts';
import { mayRecord } from '../recording.ts';
import {
	mayChangeWorkshop,
	mayOpenWorkshop,
	mayPublishWorkshop,
	mayReadWorkshops,
	type Workshop,
	type WorkshopChange,
	type WorkshopInput
} from './workshop.ts';
import { linkRecord } from '../meetings/meetings.server.ts';
import * as store from './store.server.ts';

function read(ctx: Ctx, row: store.WorkshopRow): Workshop {
	const { recordedBy, recordedAt: _at, ...rest } = row;
	return { ...rest, group: GroupName.parse(row.group), mine: recordedBy === ctx.person?.id };
}

function written({ label, date, group, people, minutes }: WorkshopInput) {
	return { label, heldOn: date, group, people, minutes };
}

/** Keeps a meeting. Sent twice, it is one. Returns its number. Refused: roleMissing, saidLater. */
export async function open(ctx: Ctx, consultationId: string, form: WorkshopInput): Promise<number> {
	return transaction(ctx, async (ctx) => {
		obey(mayRecord(ctx.person));
		const person = signedIn(ctx);
		const known = await store.byId(ctx.db, form.id);
		if (known) return known.number;
		if (form.date > isoDay(ctx.now)) throw new Refused('saidLater');
		const number = await nextNumber(ctx, 'workshop');
		const head = { id: form.id, number, consultationId, recordedBy: person.id };
		await store.add(ctx.db, {
			...head,
			...written(form),
			recordedAt: ctx.now,
			changedAt: ctx.now,
			publishedAt: null
		});
		if (form.meeting) await linkRecord(ctx, form.meeting, form.id);
		await record(ctx, { verb: 'workshop.recorded', subjectId: form.id, consultationId, details: { number } });
		return number;
	});
}

/** What its form shows, by field. */
export function stateOf({ label, heldOn, group, people, minutes }: ReturnType<typeof written>): EditState {
	return { label, date: heldOn, group, people: String(people), minutes };
}

/** Mends what is written about a meeting. Refused: workshopPublished. Stale: a colleague has mended it meanwhile. */
export async function change(ctx: Ctx, number: number, form: WorkshopChange): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const workshop = await byNumber(ctx, number);
		obey(mayChangeWorkshop(ctx.person, workshop.publishedAt));
		if (form.date > isoDay(ctx.now)) throw new Refused('saidLater');
		if (seenMark(stateOf(workshop)) === seenMark(stateOf(written(form)))) return;
		expectSeen('workshop', form.seen, stateOf(workshop), [
			{ label: t.workshops.desk.group, text: groupNameLong(workshop.group) }
		]);
		await store.change(ctx.db, workshop.id, written(form));
		await touch(ctx, workshop.id);
		const { id: subjectId, consultationId } = workshop;
		await record(ctx, { verb: 'workshop.changed', subjectId, consultationId, details: { number } });
	});
}

/** Who changes it last answers for its words: somebody else publishes them. Call it inside `transaction`. */
export async function touch(ctx: Ctx, id: string): Promise<void> {
	await store.change(ctx.db, id, { recordedBy: signedIn(ctx).id, changedAt: ctx.now });
}

/**
 * Shows it to everybody, or takes it back. `seen`: when what was on the screen had been changed last. Refused: roleMissing,
 * workshopOwn, meetingAmongPeers. Stale: it reads differently by now.
 */
export async function publish(ctx: Ctx, number: number, wanted: boolean, seen?: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const workshop = await byNumber(ctx, number);
		obey(mayPublishWorkshop(ctx.person, workshop.mine));
		if ((workshop.publishedAt !== null) === wanted) return;
		if (wanted) obey(await mayOpen(ctx, workshop));
		if (wanted && seen !== undefined && seen !== workshop.changedAt) throw new Stale('workshop');
		await store.setPublished(ctx.db, workshop.id, wanted ? ctx.now : null);
		// Open data asks when something was taken back last.
		if (!wanted) await store.change(ctx.db, workshop.id, { changedAt: ctx.now });
		const { id: subjectId, consultationId } = workshop;
		const verb = wanted ? 'workshop.published' : 'workshop.retracted';
		await record(ctx, { verb, subjectId, consultationId, details: { number } });
	});
}

/** Whether its group does not work among itself. */
export async function mayOpen(ctx: Ctx, workshop: Workshop): Promise<Verdict> {
	const { phases } = await consultations.byId(ctx, workshop.consultationId);
	return mayOpenWorkshop(workshop, phases, ctx.now);
}

/** What the one who asks may see: what is published; the team everything. */
export async function byNumber(ctx: Ctx, number: number): Promise<Workshop> {
	const row = found(isNumber(number) ? await store.byNumber(ctx.db, number) : null, 'workshop');
	if (row.publishedAt === null && !mayReadWorkshops(ctx.person).ok) throw new NotFound('workshop');
	return read(ctx, row);
}

const PAGE = 25;

/** Newest first; `publicOnly` also for the team. `after`: number of the last one before. */
export async function list(
	ctx: Ctx,
	ask: { publicOnly: boolean; after: number | null }
): Promise<{ workshops: Workshop[]; next: number | null }> {
	if (!ask.publicOnly) obey(mayReadWorkshops(ctx.person));
	const before = ask.after !== null && isNumber(ask.after) ? ask.after : null;
	const rows = await store.page(ctx.db, { publicOnly: ask.publicOnly, before, limit: PAGE + 1 });
	const workshops = rows.slice(0, PAGE).map((row) => read(ctx, row));
	return { workshops, next: rows.length > PAGE ? (workshops.at(-1)?.number ?? null) : null };
}

export interface WorkshopContribution {
	id: string;
	number: number;
	title: string;
	language: Spoken;
	group: AuthorGroup | null;
	state: State;
}

/** What came of it: the contributions written down there; the public reads those that are published. */
export async function contributionsOf(ctx: Ctx, workshopId: string): Promise<WorkshopContribution[]> {
	const all = await proposals.manyForModeration(ctx, await store.subjectsOf(ctx.db, workshopId));
	const shown = mayReadWorkshops(ctx.person).ok ? all : all.filter((one) => one.state === 'published');
	return shown
		.map(({ id, number, title, language, authorGroup, state }) => ({
			...{ id, number, title, language, state },
			group: authorGroup
		}))
		.sort((a, b) => a.number - b.number);
}

/** A public meeting as open data tells of it. */
export type RestoredWorkshop = Pick<Workshop, 'number' | 'consultationId' | 'label' | 'heldOn' | 'group' | 'people'> & {
	minutes: string;
	publishedAt: string;
};

/** Puts them back; `by`: somebody who stands for whoever wrote them down. Ids by number. Call it inside `transaction`. */
export async function restore(ctx: Ctx, rows: readonly RestoredWorkshop[], by: string): Promise<Map<number, string>> {
	const ids = new Map(rows.map(({ number }) => [number, newId()]));
	for (const row of rows) {
		const { publishedAt: at } = row;
		const told = { recordedBy: by, recordedAt: at, changedAt: at };
		await store.add(ctx.db, { ...row, ...told, id: ids.get(row.number) ?? '' });
		await reserve(ctx, 'workshop', row.number);
	}
	return ids;
}

/** Public ones by the moment they became so, the newest first, from before that place. */
export async function latest(ctx: Ctx, before: { at: string; number: number } | null, limit: number) {
	const rows = await store.latest(ctx.db, before, limit);
	return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt ?? '' }));
}
