import { currentPhase, isAmongPeers, peerPhase, turnOf, type Phase } from '../../consultations/consultation.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import { signedIn, type Ctx } from '../../server/ctx.ts';
import { isNumber } from '../../server/db/counters.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import * as search from '../lists/searchIndex.store.server.ts';
import { stateOf } from '../proposal.ts';
import { read, type Proposal } from '../reading.server.ts';
import type { ProposalRow } from '../store.server.ts';
import * as proposals from '../store.server.ts';
import * as store from './store.server.ts';

/**
 * Peers first, then together: what a group writes in a phase of its own is read by that group alone. Until the phase ends
 * it is not published, so that nothing that reads what is public has to know of it; then everything becomes public at once.
 */

type Row = NonNullable<ProposalRow>;

/** Whether a text that may be read now may be read by its author's group alone. */
export async function isForPeers(ctx: Ctx, { consultationId, peerPhaseId }: Row): Promise<boolean> {
	const { phases } = await consultations.byId(ctx, consultationId);
	return isAmongPeers(phases, peerPhaseId, ctx.now);
}

export async function tellShared(ctx: Ctx, { id, consultationId, number }: Row): Promise<void> {
	await record(ctx, { verb: 'proposal.shared', subjectId: id, consultationId, details: { number: number ?? 0 } });
}

/** Whose phase runs, to whoever is of that group; null to everybody else. */
export function amongPeers(ctx: Ctx, phases: readonly Phase[]): { group: string; endsAt: string } | null {
	const phase = peerPhase(phases, turnOf(ctx.person), ctx.now);
	return phase?.peerGroup ? { group: phase.peerGroup, endsAt: phase.endsAt } : null;
}

/** Another group's phase that runs, the one that ends first. */
export function othersAmongPeers(ctx: Ctx, phases: readonly Phase[]): { group: string; endsAt: string } | null {
	const phase = currentPhase(
		phases.filter(({ peerGroup }) => peerGroup && peerGroup !== turnOf(ctx.person)),
		ctx.now
	);
	return phase?.peerGroup ? { group: phase.peerGroup, endsAt: phase.endsAt } : null;
}

const PEER_PAGE = 20;

/**
 * What one's own group has written in its phase, newest first. `next`: number of the last one. null: no phase of one's own
 * group runs.
 */
export async function peerPage(
	ctx: Ctx,
	after: number | null
): Promise<{ phase: Phase; proposals: Proposal[]; next: number | null } | null> {
	const { phases } = await consultations.current(ctx);
	const phase = peerPhase(phases, turnOf(signedIn(ctx)), ctx.now);
	if (!phase) return null;
	const before = after !== null && isNumber(after) ? after : null;
	const rows = await store.sharedPage(ctx.db, phase.id, before, PEER_PAGE + 1);
	const shown = rows.slice(0, PEER_PAGE).map((row) => read(ctx, row));
	return { phase, proposals: shown, next: rows.length > PEER_PAGE ? (shown.at(-1)?.number ?? null) : null };
}

const AT_ONCE = 500;

/** A chore: what was written in peer phases that are over becomes public, all of it at one moment. Returns how much. */
export async function openPeerPhases(ctx: Ctx): Promise<number> {
	return transaction(ctx, async (ctx) => {
		let opened = 0;
		for (let rows: Row[] = []; (rows = await store.due(ctx.db, ctx.now, AT_ONCE)).length > 0; opened += rows.length)
			await open(ctx, rows);
		return opened;
	});
}

async function open(ctx: Ctx, rows: readonly Row[]): Promise<void> {
	for (const { id, number, consultationId } of rows) {
		await proposals.setMoments(ctx.db, id, { publishedAt: ctx.now });
		const details = { number: number ?? 0 };
		await record(ctx, { verb: 'proposal.published', subjectId: id, consultationId, details });
	}
	const now = rows.map((row) => ({ ...row, publishedAt: ctx.now }));
	await search.indexMany(
		ctx.db,
		now.filter((row) => stateOf(row) === 'published')
	);
}
