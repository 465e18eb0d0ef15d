import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import type { App } from '../../server/app.ts';
import { revision } from '../../server/revision.ts';
import { sha256 } from '../../sha256.ts';
import { MARK } from '../../moderation/redaction.ts';
import * as dockets from './workItems.store.server.ts';
import * as store from './intake.store.server.ts';
import { countWorkItems } from '../actions/actions.server.ts';
import * as members from '../clusters/members.store.server.ts';
import { follow } from '../segments/redacted.ts';

/** So many in one transaction: others wait meanwhile. */
const BATCH = 500;

/**
 * A chore, and the first thing every page of the desk does: notices what was published, hidden, shown again,
 * blackened or taken back. Moderation does not know the desk, so the desk looks. Returns how much there was.
 */
export async function syncContributions(ctx: Ctx): Promise<number> {
	let noticed = 0;
	for (const notice of [comers, turned, blackened, takenBack]) {
		let count = BATCH;
		while (count === BATCH) {
			count = await notice(ctx);
			noticed += count;
		}
	}
	return noticed;
}

const seen = new WeakMap<App, number>();

/** The same, but only when anything was recorded since this process looked last: most pages look for nothing. */
export async function syncIfChanged(ctx: Ctx): Promise<void> {
	const now = revision();
	if (seen.get(ctx.app) === now) return;
	await syncContributions(ctx);
	seen.set(ctx.app, now);
}

/** Looks before it begins a transaction: there is mostly nothing. */
async function comers(ctx: Ctx): Promise<number> {
	const rows = await store.newProposals(ctx.db, BATCH);
	if (rows.length === 0) return 0;
	await transaction(ctx, async ({ db }) => {
		for (const { id, number, publishedAt, ...row } of rows) {
			if (number === null || publishedAt === null) continue;
			const docket = {
				proposalId: id,
				consultationId: row.consultationId,
				number,
				publishedAt,
				fieldId: row.fieldId ?? '',
				kind: row.kind,
				group: row.authorGroup ?? 'none'
			};
			if (!(await store.addWorkItem(db, docket))) continue;
			await dockets.addToCounts(db, keyOf(docket), { total: 1, open: 1 });
		}
	});
	return rows.length;
}

function keyOf({ consultationId, fieldId, kind, group }: dockets.CountKey): dockets.CountKey {
	return { consultationId, fieldId, kind, group };
}

async function turned(ctx: Ctx): Promise<number> {
	if ((await store.changedVisibility(ctx.db, 1)).length === 0) return 0;
	return transaction(ctx, async (ctx) => {
		const rows = await store.changedVisibility(ctx.db, BATCH);
		for (const row of rows) {
			const hides = row.hiddenAt === null;
			await store.setHidden(ctx.db, row.proposalId, hides ? ctx.now : null);
			await dockets.addToCounts(ctx.db, keyOf(row), { total: hides ? -1 : 1, open: 0 });
		}
		await countWorkItems(
			ctx,
			rows.map((row) => row.proposalId)
		);
		return rows.length;
	});
}

/** What was blackened in a contribution is blackened in its passages, and shown again with it; their anchor moves along. */
async function blackened(ctx: Ctx): Promise<number> {
	if ((await members.toFollow(ctx.db, 1)).length === 0) return 0;
	return transaction(ctx, async ({ db }) => {
		const rows = await members.toFollow(db, BATCH);
		for (const { id, body, redactedAt, ...row } of rows) {
			const { starts } = row;
			// Nothing left to recognise: the passage is only a mark at its former place.
			const nowhere = { starts: Math.min(starts, body.length), ends: Math.min(starts, body.length), text: MARK };
			const passage = follow(row, body) ?? nowhere;
			await members.follow(db, id, { ...passage, digest: sha256(body) }, redactedAt);
		}
		return rows.length;
	});
}

/** Whoever takes a contribution back takes the words of its passages back as well; their places stay. */
async function takenBack(ctx: Ctx): Promise<number> {
	if ((await members.toForget(ctx.db, 1)).length === 0) return 0;
	return transaction(ctx, async ({ db }) => {
		const rows = await members.toForget(db, BATCH);
		const nothing = { starts: 0, ends: 0, text: '', digest: sha256('') };
		for (const { id, withdrawnAt } of rows) await members.follow(db, id, nothing, withdrawnAt ?? '');
		return rows.length;
	});
}
