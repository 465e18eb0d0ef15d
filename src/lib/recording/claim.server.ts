import * as comments from '../comments/comments.server.ts';
import { cardWith, myCards, useUp } from '../people/cards/cardUse.server.ts';
import { mayTakePart } from '../people/participant.ts';
import * as people from '../people/people.server.ts';
import * as proposals from '../proposals/proposals.server.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { obey, Refused } from '../verdict.ts';
import { mayClaim } from './recording.ts';
import * as store from './store.server.ts';

/**
 * Takes over what was written down for the holder of this card: authorship moves, everything said about how it came here
 * stays. Whoever is not signed in becomes the person of the card; whoever is keeps their own card, and this one is used up.
 * Returns who has it now. `more`: a later room keeps something for this card, too. Refused: takenOver, when somebody
 * else was quicker; codeUnknown.
 */
export async function claimRecords(ctx: Ctx, code: string, more = false): Promise<string> {
	return transaction(ctx, async (ctx) => {
		// What a person said never becomes an organisation's.
		if (ctx.person?.organisationId) throw new Refused('organisationTakesNothing');
		const card = await cardWith(ctx, code);
		const rows = await store.ofCards(ctx.db, [card.id]);
		const taken = rows.find((row) => row.takenOverAt !== null)?.takenOverAt ?? null;
		const personId = ctx.person?.id ?? card.personId;
		if (personId !== null && taken !== null && (await hasThem(ctx, rows, personId))) return personId;
		// With the code in hand one may hear that it was used: nobody guesses one.
		obey(mayClaim({ personId: personId ?? '', holder: card.personId, takenOverAt: taken }));
		obey(card.mayEnter);
		if (ctx.person) obey(mayTakePart(ctx.person));
		if (ctx.person && rows.length === 0 && !more) throw new Refused('nothingToTake');
		const id = ctx.person?.id ?? (await people.holderOf(ctx, code));
		await handOver(ctx, rows, id);
		if (card.personId === null && ctx.person) await useUp(ctx, card.id, id);
		return id;
	});
}

/** Takes over what was written down for one's own card. Nothing there is nothing to do. */
export async function claimMine(ctx: Ctx): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const person = signedIn(ctx);
		obey(mayTakePart(person));
		await handOver(ctx, await store.ofCards(ctx.db, await myCards(ctx)), person.id);
	});
}

/** How much was written down for the card of the one who asks and waits for her. */
export async function countMine(ctx: Ctx): Promise<number> {
	const rows = await store.ofCards(ctx.db, await myCards(ctx));
	return rows.filter((row) => row.takenOverAt === null && row.withdrawnAt === null).length;
}

async function hasThem(ctx: Ctx, rows: readonly store.RecordingRow[], personId: string): Promise<boolean> {
	const authors = rows.map(async (row) => {
		const room = row.subjectKind === 'proposal' ? proposals : comments;
		return (await room.forModeration(ctx, row.subjectId)).authorId;
	});
	return (await Promise.all(authors)).includes(personId);
}

async function handOver(ctx: Ctx, rows: readonly store.RecordingRow[], personId: string): Promise<void> {
	const moved: store.RecordingRow[] = [];
	for (const row of rows.filter((one) => one.takenOverAt === null && one.withdrawnAt === null)) {
		const room = row.subjectKind === 'proposal' ? proposals : comments;
		if (!(await room.giveTo(ctx, row.subjectId, personId))) throw new Refused('takenOver');
		moved.push(row);
	}
	if (moved.length === 0) return;
	await store.markTakenOver(
		ctx.db,
		moved.map((row) => row.subjectId),
		ctx.now
	);
	for (const { subjectId, subjectKind, consultationId } of moved) {
		await record(ctx, { verb: 'recording.takenOver', subjectId, consultationId, details: { kind: subjectKind } });
	}
}
