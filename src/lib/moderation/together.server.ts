import type { Ctx } from '../server/ctx.ts';
import { idFrom } from '../server/ids.ts';
import { eachOnItsOwn } from '../server/eachOnItsOwn.ts';
import { found, noWhen, obey, Refused } from '../verdict.ts';
import { t } from '../texts/texts.ts';
import { decide } from './decide.server.ts';
import { listedWhole } from './queue/queue.ts';
import { KindName } from './schemas.ts';
import { mayModerate, type DecisionInput, type TogetherInput, type UndoInput } from './screening.ts';
import * as store from './store.server.ts';
import { subjectOf } from './subject.server.ts';

/**
 * The same decision about several texts, each for itself: what cannot be decided keeps no other from it. Refused:
 * someNotDone, with what is left and why; notWholeInList, for a text that is to get public and was on the screen in part only.
 * Sent twice it changes nothing more. `read`: what was on the screen, what a list shows of a text or the whole of it.
 */
export async function decideTogether(ctx: Ctx, form: TogetherInput, read: 'list' | 'whole' = 'list'): Promise<void> {
	obey(mayModerate(ctx.person));
	const { id: batchId, chosen, ...decision } = form;
	await eachOnItsOwn(chosen, {
		work: async (one) => {
			const head = { ...one, id: idFrom(batchId, one.subjectId) };
			if (read === 'list' && decision.deed === 'publish') await expectWhole(ctx, one);
			await decide(ctx, { ...decision, ...head }, batchId);
		},
		name: (one) => nameOf(ctx, one)
	});
}

/** Nobody lets through in a list what the list does not show. */
async function expectWhole(ctx: Ctx, { kind, subjectId }: Pick<DecisionInput, 'kind' | 'subjectId'>): Promise<void> {
	const { texts } = await subjectOf(ctx, kind, subjectId);
	obey(noWhen(!listedWhole(kind, texts), 'notWholeInList'));
}

async function nameOf(ctx: Ctx, { kind, subjectId }: Pick<DecisionInput, 'kind' | 'subjectId'>): Promise<string> {
	const [title = ''] = (await subjectOf(ctx, kind, subjectId)).texts;
	return `${t.moderation.kinds[kind]} »${title.slice(0, 40)}«`;
}

/** Lets the texts wait again about which one has just decided. What a colleague has decided since stays. Returns how many. */
export async function takeBack(ctx: Ctx, { id, deed }: UndoInput): Promise<number> {
	obey(mayModerate(ctx.person));
	const made = (await store.madeAs(ctx.db, deed)).filter((one) => one.moderatorId === ctx.person?.id);
	found(made[0], 'screening');
	await eachOnItsOwn(made, {
		work: async ({ id: decided, subjectId, subjectKind }) => {
			const kind = KindName.parse(subjectKind);
			const own = idFrom(id, subjectId);
			const last = (await store.ofSubjects(ctx.db, [subjectId])).at(-1);
			if (last?.id !== decided && last?.id !== own) throw new Refused('alreadyScreened');
			const { state } = await subjectOf(ctx, kind, subjectId);
			await decide(ctx, { id: own, kind, subjectId, seen: state, deed: 'reopen' });
		},
		name: ({ subjectKind, subjectId }) => nameOf(ctx, { kind: KindName.parse(subjectKind), subjectId })
	});
	return made.length;
}
