import * as people from '../people/people.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { found, obey } from '../verdict.ts';
import type { Change } from './actions/change.ts';
import type { AsideInput, AssignInput, RemarkInput } from './forms.ts';
import * as clusters from './clusters/store.server.ts';
import type { Details } from './actions/action.ts';
import { mayDistil } from './desk/workItem.ts';
import * as dockets from './desk/workItems.store.server.ts';
import { actor, isDone, perform } from './actions/actions.server.ts';
import * as members from './clusters/members.store.server.ts';
import { seenWorkItems } from './clusters/target.server.ts';

/** Who works at the desk, for assigning. */
export async function colleagues(ctx: Ctx): Promise<{ id: string; name: string }[]> {
	obey(mayDistil(ctx.person));
	return people.withRoles(ctx, ['moderator', 'editor']);
}

/** A colleague's id; empty: nobody. */
export async function colleagueOf(ctx: Ctx, id: string): Promise<string | null> {
	if (id === '') return null;
	const staff = await people.withRoles(ctx, ['moderator', 'editor']);
	return found(
		staff.find((one) => one.id === id),
		'colleague'
	).id;
}

/** Gives contributions to a colleague, or to nobody. */
export async function assign(ctx: Ctx, consultationId: string, form: AssignInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayDistil(ctx.person));
		if (await isDone(ctx, form.id)) return;
		const rows = await seenWorkItems(ctx, consultationId, form.seen);
		const assigneeId = await colleagueOf(ctx, form.assignee);
		const changes = rows.map((row): Change => {
			const before = { assigneeId: row.assigneeId };
			return { of: 'docket', key: row.proposalId, before, after: { assigneeId } };
		});
		const details = { numbers: rows.map((row) => row.number).join(', '), count: rows.length };
		await perform(ctx, { id: form.id, consultationId, kind: 'assigned', details }, changes);
	});
}

/** Says of contributions that they need no cluster and why, or that they need one after all. */
export async function setAside(ctx: Ctx, consultationId: string, form: AsideInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayDistil(ctx.person));
		if (await isDone(ctx, form.id)) return;
		const rows = await seenWorkItems(ctx, consultationId, form.seen);
		const aside = form.aside || null;
		const changes = rows.map((row): Change => {
			return { of: 'docket', key: row.proposalId, before: { aside: row.aside }, after: { aside } };
		});
		const numbers = rows.map((row) => row.number).join(', ');
		const details = { numbers, count: rows.length, aside: form.aside };
		await perform(ctx, { id: form.id, consultationId, kind: 'setAside', details }, changes);
	});
}

/** An internal note on a contribution or a cluster. */
export async function remark(ctx: Ctx, consultationId: string, form: RemarkInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayDistil(ctx.person));
		if (await isDone(ctx, form.id)) return;
		const [docket] = await dockets.byIds(ctx.db, [form.subject]);
		const cluster = docket ? undefined : await clusters.byId(ctx.db, form.subject);
		const subject = found(docket ?? cluster, 'subject of a note');
		const id = newId(Date.parse(ctx.now));
		const row = { id, subjectId: form.subject, body: form.body, writtenBy: actor(ctx) };
		await members.addRemark(ctx.db, row, ctx.now);
		const details: Details = docket ? { numbers: String(subject.number) } : { cluster: subject.number };
		const born: Change = { of: 'remark', key: id, before: { removedAt: ctx.now }, after: { removedAt: null } };
		const deed = { id: form.id, consultationId, kind: 'remarked', details, about: [form.subject] } as const;
		await perform(ctx, deed, [born]);
	});
}
