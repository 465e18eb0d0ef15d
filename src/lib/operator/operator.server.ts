import { expectSeen, type State } from '../editState.ts';
import { isStaff } from '../people/person.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { staffName } from '../texts/names.ts';
import type { FixedPage } from '../texts/pages/page.ts';
import {
	isPlace,
	PLACE_NAMES,
	shownPage,
	type PlaceName,
	type ShownPage,
	type Statements
} from '../texts/pages/places.ts';
import { t } from '../texts/texts.ts';
import type { Instant } from '../time.ts';
import type { ShownChange } from '../ui/forms/shownChange.ts';
import { NotFound, obey } from '../verdict.ts';
import { HISTORY_MAX, mayState, type RestoreInput, type StatementsInput } from './statement.ts';
import * as store from './store.server.ts';

/** What the operator has written so far. */
export async function statements(ctx: Ctx): Promise<Statements> {
	const known: Partial<Record<PlaceName, string>> = {};
	for (const { place, text } of await store.all(ctx.db)) if (isPlace(place)) known[place] = text;
	return known;
}

/** A fixed page as the one who asks reads it: what is missing is shown to the team, and to everybody in the demonstration. */
export async function page(ctx: Ctx, fixed: FixedPage): Promise<ShownPage> {
	return shownPage(fixed, await statements(ctx), ctx.app.config.demo || isStaff(ctx.person));
}

/** What the form shows, by field. */
export function statementsState(known: Statements): State {
	return Object.fromEntries(PLACE_NAMES.map((name) => [name, known[name] ?? '']));
}

/** One thing that was written or taken away. */
export interface StatementRevision {
	number: number;
	place: PlaceName;
	before: string;
	/** Empty: taken away. */
	text: string;
	/** null: somebody who is not there any more. */
	by: string | null;
	at: Instant;
}

/** What was changed last, newest first. Refused: signInFirst, roleMissing. */
export async function history(ctx: Ctx): Promise<StatementRevision[]> {
	obey(mayState(ctx.person));
	const rows = await store.revisions(ctx.db, HISTORY_MAX);
	return rows.flatMap(({ place, before, text, ...row }) =>
		isPlace(place) ? [{ ...row, by: staffName(row.by), place, before: before ?? '', text: text ?? '' }] : []
	);
}

/**
 * Writes what has changed; an empty text takes it away. What is the same stays as it is. Stale: a colleague has written
 * meanwhile, and the form would put back what stood there before.
 */
export async function state(ctx: Ctx, form: StatementsInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayState(ctx.person));
		const before = await statements(ctx);
		const changed = PLACE_NAMES.filter((name) => (form[name] ?? '') !== (before[name] ?? ''));
		if (changed.length === 0) return;
		expectSeen('statements', form.seen, statementsState(before));
		await write(
			ctx,
			changed.map((place) => ({ place, text: form[place] ?? '' }))
		);
	});
}

/** What `state` makes different, place by place. Call it where it is taken back again, to show it beforehand. */
export async function changedBy(ctx: Ctx, form: StatementsInput): Promise<ShownChange[]> {
	const before = await statements(ctx);
	await state(ctx, form);
	const after = await statements(ctx);
	return PLACE_NAMES.map((name) => ({
		label: t.places[name],
		before: before[name] ?? '',
		after: after[name] ?? ''
	})).filter((change) => change.before !== change.after);
}

/** Puts back what stood at a place at some time. Stale: something else stands there by now. NotFound: no such state. */
export async function restore(ctx: Ctx, { number, seen }: RestoreInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayState(ctx.person));
		const former = await store.revision(ctx.db, number);
		if (!former || !isPlace(former.place)) throw new NotFound('statement');
		const { place } = former;
		const before = await statements(ctx);
		const text = former.text ?? '';
		if (text === (before[place] ?? '')) return;
		expectSeen('statements', seen, placeState(before, place));
		await write(ctx, [{ place, text }]);
	});
}

/** What a form about one place was filled from. */
export const placeState = (known: Statements, place: PlaceName): State => ({ [place]: known[place] ?? '' });

async function write(ctx: Ctx, changes: { place: PlaceName; text: string }[]): Promise<void> {
	let number = await store.newestNumber(ctx.db);
	for (const { place, text } of changes) {
		if (text === '') await store.remove(ctx.db, place);
		else await store.put(ctx.db, place, text, ctx.now);
		const row = { number: ++number, place, text: text === '' ? null : text, savedAt: ctx.now };
		await store.addRevision(ctx.db, { ...row, savedBy: ctx.person?.id ?? null });
	}
	await record(ctx, { verb: 'statements.changed', subjectId: 'statements', details: { count: changes.length } });
}
