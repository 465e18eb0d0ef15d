import * as consultations from '../consultations/consultations.server.ts';
import { mayShowWords } from '../people/consents/consent.ts';
import * as consents from '../people/consents/consents.server.ts';
import { authorGroupOf, publicName, type Person } from '../people/person.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { nextNumber } from '../server/db/counters.ts';
import { transaction } from '../server/db/transaction.ts';
import { expectUnused } from '../server/db/expectUnusedId.ts';
import { record } from '../server/journal/journal.server.ts';
import { found, NotFound, obey, Refused, Stale } from '../verdict.ts';
import { mayAmend, mayBack, mayWithdraw, type AmendmentInput, type Base } from './amendment.ts';
import { read } from './reading.server.ts';
import { sameWords } from './rebase.ts';
import * as store from './store.server.ts';
import * as supports from './supports.store.server.ts';

/** A form that was already taken: nothing to do, unless it brings another text, which must not get lost unseen. */
function sentBefore(known: store.AmendmentRow, person: Person, form: AmendmentInput): number {
	if (known.authorId !== person.id) throw new NotFound('amendment');
	const untouched = !known.redactedAt && !known.withdrawnAt;
	if (untouched && !(sameWords(known, form) && known.reason === form.reason)) throw new Refused('formUsed');
	return known.number;
}

/**
 * Sends another wording to moderation and freezes name, group and organisation. `find` runs inside the transaction, gives
 * the wording that stands now and throws NotFound when there is none. Stale: it is not the one that was on the screen.
 * Returns the number it is called by from now on; the same form sent twice makes one.
 */
export async function submit(ctx: Ctx, find: (ctx: Ctx) => Promise<Base>, form: AmendmentInput): Promise<number> {
	return transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		const known = await store.rowById(ctx.db, form.id);
		if (known) return sentBefore(known, person, form);
		await expectUnused(ctx.db, form.id);
		const { consultationId, pointId, wordingId, ...words } = await find(ctx);
		const { phases } = await consultations.byId(ctx, consultationId);
		obey(mayAmend({ person, phases, now: ctx.now }));
		if (form.wording !== wordingId) throw new Stale('wording');
		if (sameWords(words, form)) throw new Refused('amendmentSame');
		const allowed = await consents.accept(ctx, form.consents);
		obey(mayShowWords(allowed));
		const { id, title, body, reason } = form;
		const number = await nextNumber(ctx, 'amendment');
		const head = { id, number, consultationId, pointId, wordingId };
		await store.add(ctx.db, { ...head, title, body, reason, ...authorOf(person) }, ctx.now);
		await record(ctx, { verb: 'amendment.submitted', subjectId: id, consultationId, details: { number } });
		return number;
	});
}

function authorOf(person: Person) {
	const { id, organisationId } = person;
	return { authorId: id, authorName: publicName(person), authorGroup: authorGroupOf(person), organisationId };
}

/** Support it, or take the support back. Doing the same twice changes nothing. */
export async function support(ctx: Ctx, number: number, wanted: boolean): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const row = found(await store.rowByNumber(ctx.db, number), 'amendment');
		const { state, mine } = read(ctx, row);
		const { phases } = await consultations.byId(ctx, row.consultationId);
		const decided = row.outcomePublishedAt !== null;
		obey(mayBack({ person: ctx.person, phases, now: ctx.now, state, mine, decided, takingBack: !wanted }));
		const person = signedIn(ctx);
		const one = { amendmentId: row.id, personId: person.id, group: authorGroupOf(person) };
		const changed = wanted
			? await supports.add(ctx.db, one, ctx.now)
			: await supports.remove(ctx.db, row.id, person.id);
		// Organisations stand there by name, and are never added to persons.
		if (changed && one.group !== 'organisation') await supports.count(ctx.db, row.id, wanted ? 1 : -1);
	});
}

/** Takes back one's own amendment and forgets its words. */
export async function withdraw(ctx: Ctx, number: number): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const row = found(await store.rowByNumber(ctx.db, number), 'amendment');
		if (ctx.person && row.authorId !== ctx.person.id) throw new NotFound('amendment');
		obey(mayWithdraw(ctx.person, row.authorId, row.outcomePublishedAt !== null));
		if (row.withdrawnAt) return;
		await store.change(ctx.db, row.id, { withdrawnAt: ctx.now, title: '', body: '', reason: '' });
		const { consultationId } = row;
		await record(ctx, { verb: 'amendment.withdrawn', subjectId: row.id, consultationId, details: { number } });
	});
}
