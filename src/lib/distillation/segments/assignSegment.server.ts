import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { newId } from '../../server/ids.ts';
import { sha256 } from '../../sha256.ts';
import { found, obey, Refused, Stale } from '../../verdict.ts';
import { memberKey, type Change } from '../actions/change.ts';
import type { Dissent, Relation } from '../clusters/cluster.ts';
import type { CutInput, PutInput, Seen, UncutInput } from '../forms.ts';
import { mayDistil } from '../desk/workItem.ts';
import type { WorkItemRow } from '../desk/workItems.store.server.ts';
import { actor, isDone, perform } from '../actions/actions.server.ts';
import * as members from '../clusters/members.store.server.ts';
import { passagesOf, type Sentence } from './sentences.ts';
import { seenWorkItems, targetOf, type Target } from '../clusters/target.server.ts';

/** Giving contributions and passages of them their place. */
interface Item {
	itemId: string;
	proposalId: string;
	segmentId: string | null;
}

interface How {
	relation: Relation;
	dissent: Dissent | null;
}

/** What puts these into a cluster. What is there already stays as it is. */
async function joining(ctx: Ctx, cluster: Target, items: readonly Item[], how: How): Promise<Change[]> {
	const there = new Set((await members.ofClusters(ctx.db, [cluster.id])).map((row) => row.itemId));
	return items
		.filter(({ itemId }) => !there.has(itemId))
		.map(({ itemId, proposalId, segmentId }) => ({
			of: 'member',
			key: memberKey(cluster.id, itemId),
			before: null,
			after: { proposalId, segmentId, relation: how.relation, dissent: how.dissent }
		}));
}

/** Puts whole contributions into a cluster, old or new. Returns its number. */
export async function put(ctx: Ctx, consultationId: string, form: PutInput): Promise<number | null> {
	return transaction(ctx, async (ctx) => {
		obey(mayDistil(ctx.person));
		if (await isDone(ctx, form.id)) return null;
		const rows = await seenWorkItems(ctx, consultationId, form.seen);
		const cluster = await targetOf(ctx, consultationId, form);
		const items = rows.map(whole);
		const changes = [...cluster.changes, ...(await joining(ctx, cluster, items, form))];
		const details = { ...numbersOf(rows), cluster: cluster.number, count: items.length };
		await perform(ctx, { id: form.id, consultationId, kind: 'put', details }, [...changes, ...recalled(rows)]);
		return cluster.number;
	});
}

/** Whoever gives a contribution a place no longer holds that it needs none. */
function recalled(rows: readonly WorkItemRow[]): Change[] {
	return rows
		.filter((row) => row.aside !== null)
		.map((row) => ({ of: 'docket', key: row.proposalId, before: { aside: row.aside }, after: { aside: null } }));
}

function numbersOf(rows: readonly { number: number }[]): { numbers: string } {
	return { numbers: rows.map((row) => row.number).join(', ') };
}

/** The one contribution a form is about, with its docket, and others that go along. */
async function theOne(ctx: Ctx, consultationId: string, seen: readonly Seen[]) {
	const rows = await seenWorkItems(ctx, consultationId, seen);
	const docket = found(
		rows.find((row) => row.number === seen[0]?.number),
		'contribution'
	);
	const [proposal] = await proposals.published(ctx, [docket.proposalId]);
	return { rows, docket, proposal: found(proposal, 'contribution'), others: rows.filter((row) => row !== docket) };
}

const whole = ({ proposalId }: WorkItemRow): Item => ({ itemId: proposalId, proposalId, segmentId: null });

/**
 * Cuts passages out of a contribution and puts them into a cluster, old or new; without passages, the whole. The
 * contribution is only read: a passage is a row of its own. Other contributions seen beside it go along as a whole. Returns the cluster's number.
 */
export async function cut(ctx: Ctx, consultationId: string, form: CutInput): Promise<number | null> {
	if (form.spans.length === 0) return put(ctx, consultationId, form);
	return transaction(ctx, async (ctx) => {
		obey(mayDistil(ctx.person));
		if (await isDone(ctx, form.id)) return null;
		const { rows, proposal, others } = await theOne(ctx, consultationId, form.seen);
		// Blackened meanwhile: the places of the sentences are no longer those on the screen.
		if (sha256(proposal.body) !== form.digest) throw new Stale('contribution');
		const passages = passagesOf(proposal.body, form.spans);
		if (passages.length === 0) throw new Refused('passageUnknown');
		const cluster = await targetOf(ctx, consultationId, form);
		const { items, changes } = await segmentsFor(ctx, proposal, passages);
		const joined = await joining(ctx, cluster, [...items, ...others.map(whole)], form);
		const details = { ...numbersOf(rows), cluster: cluster.number, count: items.length };
		const all = [...cluster.changes, ...changes, ...joined, ...recalled(rows)];
		await perform(ctx, { id: form.id, consultationId, kind: 'cut', details }, all);
		return cluster.number;
	});
}

/** A passage that was cut before is that passage again, with its other places; one that was taken back comes back. */
async function segmentsFor(ctx: Ctx, proposal: { id: string; body: string }, passages: readonly Sentence[]) {
	const known = await members.segmentsOf(ctx.db, [proposal.id]);
	const digest = sha256(proposal.body);
	const items: Item[] = [];
	const changes: Change[] = [];
	for (const { starts, ends, text } of passages) {
		const same = known.filter((one) => one.digest === digest && one.starts === starts && one.ends === ends);
		const there = same.find((one) => one.removedAt === null) ?? same[0];
		const id = there?.id ?? newId(Date.parse(ctx.now));
		if (!there) {
			const row = { id, proposalId: proposal.id, starts, ends, text, digest };
			await members.addSegment(ctx.db, row, actor(ctx), ctx.now);
		}
		const removedAt = there ? there.removedAt : ctx.now;
		items.push({ itemId: id, proposalId: proposal.id, segmentId: id });
		const facts = { proposalId: proposal.id };
		changes.push({ of: 'segment', key: id, before: { ...facts, removedAt }, after: { ...facts, removedAt: null } });
	}
	return { items, changes };
}

/** Takes a passage back, and out of its clusters. */
export async function uncut(ctx: Ctx, consultationId: string, form: UncutInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		obey(mayDistil(ctx.person));
		if (await isDone(ctx, form.id)) return;
		const { docket } = await theOne(ctx, consultationId, form.seen);
		const [rows, places] = [
			await members.segmentsOf(ctx.db, [docket.proposalId]),
			await members.ofItems(ctx.db, [form.segment])
		];
		const segment = rows.find((row) => row.id === form.segment && row.removedAt === null);
		const { proposalId } = found(segment, 'segment');
		const leaving = places.map(({ clusterId, itemId, ...facts }): Change => {
			return { of: 'member', key: memberKey(clusterId, itemId), before: facts, after: null };
		});
		const before = { proposalId, removedAt: null };
		const gone: Change = { of: 'segment', key: form.segment, before, after: { proposalId, removedAt: ctx.now } };
		const deed = { id: form.id, consultationId, kind: 'uncut', details: numbersOf([docket]) } as const;
		await perform(ctx, deed, [...leaving, gone]);
	});
}
