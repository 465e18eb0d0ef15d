import type { Ctx } from '../server/ctx.ts';
import { found, NotFound } from '../verdict.ts';
import * as appeals from './appeals/store.server.ts';
import { AgainstName, GroundName, KindName, type Against } from './schemas.ts';
import type { Ground } from './screening.ts';
import * as store from './store.server.ts';
import { subjectOf, type Subject } from './subject.server.ts';

/** A decision, the text it is about, and what was said against it. */
export interface Case {
	screening: { id: string; deed: Against; ground: Ground | null; note: string | null; at: string; moderatorId: string };
	subject: Subject;
	appeal: { body: string; filedAt: string; decided: boolean } | null;
	/** Whether the decision still holds. */
	stands: boolean;
}

const HOLDS_IN = {
	reject: ['rejected'],
	hide: ['hidden'],
	redact: ['waiting', 'shared', 'published', 'hidden']
} as const;

/** NotFound: no decision one could appeal against. */
export async function caseOf(ctx: Ctx, screeningId: string): Promise<Case> {
	const row = found(await store.byId(ctx.db, screeningId), 'screening');
	const deed = AgainstName.safeParse(row.deed);
	if (!deed.success) throw new NotFound('screening');
	const subject = await subjectOf(ctx, KindName.parse(row.subjectKind), row.subjectId);
	const [filed] = await appeals.against(ctx.db, [screeningId]);
	const { id, note, at, moderatorId } = row;
	return {
		screening: { id, deed: deed.data, ground: GroundName.parse(row.ground), note, at, moderatorId },
		subject,
		appeal: filed ? { body: filed.body, filedAt: filed.filedAt, decided: filed.decidedAt !== null } : null,
		stands: HOLDS_IN[deed.data].some((state) => state === subject.state) && (await isLatest(ctx, row))
	};
}

/** Blackened twice, only the last time can be undone: what was sealed then is what stood there before. */
async function isLatest(ctx: Ctx, { id, deed, subjectId }: { id: string; deed: string; subjectId: string }) {
	const same = (await store.ofSubjects(ctx.db, [subjectId])).filter((one) => one.deed === deed);
	return same.at(-1)?.id === id;
}
