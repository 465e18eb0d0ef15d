import { z } from 'zod';
import * as amendments from '../../amendments/amendments.server.ts';
import * as comments from '../../comments/comments.server.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { newId } from '../../server/ids.ts';
import { record } from '../../server/journal/journal.server.ts';
import { excerpt } from '../../texts/excerpt.ts';
import { found, obey, Refused } from '../../verdict.ts';
import { mayDecideAppeal, type AppealDecisionInput } from './appeal.ts';
import * as appeals from './store.server.ts';
import { caseOf } from '../case.server.ts';
import { restoreEditions } from '../editions/editions.server.ts';
import { AgainstName, GroundName, KindName, type Against } from '../schemas.ts';
import { mayModerate, type Ground, type Kind } from '../screening.ts';
import * as store from '../store.server.ts';
import { carryOut, restoreWords, type Subject } from '../subject.server.ts';

const SHOWN = 50;
/** So much of a comment stands where others have a title. */
const HEADING = 60;

export interface WaitingAppeal {
	id: string;
	kind: Kind;
	/** Of contributions and amendments; comments have none. */
	number: number | null;
	/** The title of the text, or how it begins. */
	title: string;
	deed: Against;
	ground: Ground | null;
	filedAt: string;
	/** Against one's own decision: somebody else has to look. */
	own: boolean;
}

/** Oldest first. What does not fit follows as soon as these are decided. */
export async function waitingAppeals(ctx: Ctx): Promise<WaitingAppeal[]> {
	obey(mayModerate(ctx.person));
	const rows = await appeals.waiting(ctx.db, SHOWN);
	const heads = await headsOf(
		ctx,
		rows.map((row) => row.subjectId)
	);
	return rows.map((row) => ({
		id: row.screeningId,
		kind: KindName.parse(row.subjectKind),
		...(heads.get(row.subjectId) ?? { number: null, title: '' }),
		deed: AgainstName.parse(row.deed),
		ground: GroundName.parse(row.ground),
		filedAt: row.filedAt,
		own: row.moderatorId === ctx.person?.id
	}));
}

/** Texts of any kind, by id, as a list names them. */
async function headsOf(
	ctx: Ctx,
	ids: readonly string[]
): Promise<Map<string, { number: number | null; title: string }>> {
	const titled = [...(await proposals.manyForModeration(ctx, ids)), ...(await amendments.headings(ctx, ids))];
	const said = await comments.manyForModeration(ctx, ids);
	return new Map<string, { number: number | null; title: string }>([
		...titled.map(({ id, number, title }) => [id, { number, title }] as const),
		...said.map(({ id, body }) => [id, { number: null, title: excerpt(body, HEADING) }] as const)
	]);
}

export async function countAppeals(ctx: Ctx): Promise<number> {
	return appeals.countWaiting(ctx.db);
}

/** One appeal with all that is needed to decide about it. */
export async function appealDesk(ctx: Ctx, screeningId: string) {
	obey(mayModerate(ctx.person));
	const { screening, subject, appeal } = await caseOf(ctx, screeningId);
	const filed = found(appeal, 'appeal');
	const { moderatorId, ...decision } = screening;
	const { authorId, scribeId, organisation, kind, texts, state } = subject;
	const facts = { person: ctx.person, authorId, scribeId, organisation, moderatorId, decided: filed.decided };
	return { decision, kind, state, texts, appeal: filed, verdict: mayDecideAppeal(facts) };
}

/**
 * Decides for the second time. Granted, what was refused is shown and what was blackened stands there again. Refused:
 * appealOwnDecision, appealDecided, originalGone.
 */
export async function decideAppeal(ctx: Ctx, screeningId: string, form: AppealDecisionInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayModerate(ctx.person));
		const person = signedIn(ctx);
		const { screening, subject, appeal, stands } = await caseOf(ctx, screeningId);
		const filed = found(appeal, 'appeal');
		const { moderatorId, deed } = screening;
		obey(mayDecideAppeal({ person, ...subject, moderatorId, decided: filed.decided }));
		if (form.outcome === 'granted' && stands) await undo(ctx, subject, screeningId, deed);
		const decidedBy = person.id;
		await appeals.decide(ctx.db, screeningId, { ...form, decidedBy, decidedAt: ctx.now });
		const { id: subjectId, consultationId } = subject;
		const details = { kind: subject.kind, outcome: form.outcome };
		await record(ctx, { verb: 'appeal.decided', subjectId, consultationId, details });
	});
}

const Texts = z.array(z.string());
/** What stood there before it was blackened. Before editions were sealed as well, it was the text alone. */
const Sealed = z.union([
	z.object({ texts: Texts, editions: z.array(z.object({ id: z.string(), texts: Texts })) }),
	Texts.transform((texts) => ({ texts, editions: [] }))
]);

async function undo(ctx: Ctx, subject: Subject, screeningId: string, against: Against): Promise<void> {
	if (against === 'redact') {
		const kept = await store.original(ctx.db, screeningId);
		if (!kept) throw new Refused('originalGone');
		const { texts, editions } = Sealed.parse(JSON.parse(ctx.app.keys.open(kept.sealed)));
		await restoreWords(ctx, subject, texts);
		await restoreEditions(ctx, subject.id, editions);
		return store.dropOriginal(ctx.db, screeningId);
	}
	const deed = against === 'reject' ? 'publish' : 'restore';
	await carryOut(ctx, subject, deed);
	await store.add(ctx.db, {
		...{ id: newId(Date.parse(ctx.now)), subjectKind: subject.kind, subjectId: subject.id, deed },
		...{ ground: null, note: null, moderatorId: ctx.person?.id ?? '', at: ctx.now }
	});
}
