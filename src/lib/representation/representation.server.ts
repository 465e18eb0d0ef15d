import * as profile from '../profile/profile.server.ts';
import { expectSeen, type State } from '../editState.ts';
import type { App } from '../server/app.ts';
import type { Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import { revision } from '../server/revision.ts';
import { mayReadDraft } from '../strategy/drafts/draft.ts';
import * as strategy from '../strategy/strategy.server.ts';
import type { Justified, Represented } from '../strategy/versions/represented.ts';
import type { Version } from '../strategy/versions/version.ts';
import { NotFound, obey, Refused } from '../verdict.ts';
import { audit } from './audit/audit.ts';
import { repairs } from './audit/repair.ts';
import { representedOf } from './figures.ts';
import { originsOf, type Origins } from './origins.ts';
import { mayJustify, owedIn, reasonField, type JustifyInput, type OriginsAudit } from './representation.ts';
import * as store from './store.server.ts';

type Standing = Pick<Version, 'consultationId' | 'points'>;

/** Whom a draft stands for; null: nobody took part whom it could stand for. For those who may read it. */
export async function auditOrigins(ctx: Ctx, { consultationId, points }: Standing): Promise<OriginsAudit | null> {
	if (!mayReadDraft(ctx.person).ok) throw new NotFound('version');
	const backings = await store.backings(ctx.db, consultationId);
	if (backings.length === 0) return null;
	const clusters = await clustersOf(ctx, consultationId);
	const origins = originsOf({ points, clusters, backings, declared: await profile.groupKeys(ctx) });
	const { ofOrganisations, ofNobodyKnown } = await store.uncounted(ctx.db, consultationId);
	const uncounted = { organisations: Number(ofOrganisations), unknown: Number(ofNobodyKnown) };
	return { ...origins, audits: auditsOf(origins, origins.chosen), uncounted };
}

const known = new WeakMap<App, { of: string; audit: OriginsAudit | null }>();

/** The same for pages that only say how far a draft is: computed anew when something in the database has changed. */
export async function lastAudited(ctx: Ctx, draft: Standing & Pick<Version, 'id' | 'revision'>) {
	const of = `${draft.id} ${draft.revision} ${revision()}`;
	const last = known.get(ctx.app);
	if (last?.of === of) return last.audit;
	const audit = await auditOrigins(ctx, draft);
	known.set(ctx.app, { of, audit });
	return audit;
}

async function clustersOf(ctx: Ctx, consultationId: string) {
	const members = new Map<string, { contribution: number; dissents: boolean }[]>();
	for (const { clusterId, ...member } of await store.members(ctx.db, consultationId)) {
		const known = members.get(clusterId) ?? [];
		members.set(clusterId, known);
		known.push(member);
	}
	const rows = await store.clusters(ctx.db, consultationId);
	return rows.map((row) => ({ ...row, members: members.get(row.id) ?? [] }));
}

function auditsOf({ support }: Origins, chosen: ReadonlySet<number>): OriginsAudit['audits'] {
	return { groups: audit(support, chosen, 'groups'), people: audit(support, chosen, 'people') };
}

/** So many are looked at: each is audited anew. */
const REPAIRS = 3;

/** A left-out cluster, and what the audits would say if it were taken in. */
export interface Mending {
	cluster: { number: number; title: string };
	/** How many violations each audit would find. */
	left: { groups: number; people: number };
	/** By group: who would still have nothing. */
	without: readonly number[];
}

/** Which left-out clusters would mend most, the most first. */
export function mendings(standing: OriginsAudit): Mending[] {
	const { candidates, chosen, support } = standing;
	return repairs(support, chosen, 'groups')
		.slice(0, REPAIRS)
		.flatMap(({ candidate }) => {
			const cluster = candidates[candidate]?.cluster;
			if (!cluster) return [];
			const { groups, people } = auditsOf(standing, new Set([...chosen, candidate]));
			const left = { groups: groups.violations.length, people: people.violations.length };
			return [{ cluster: { number: cluster.number, title: cluster.title }, left, without: people.without }];
		});
}

/** What goes out with the version. */
export async function figuresOf(
	ctx: Ctx,
	{ consultationId, justified }: Pick<Version, 'consultationId' | 'justified'>,
	standing: OriginsAudit | null
): Promise<Represented | null> {
	if (!standing) return null;
	const former = (await strategy.versions(ctx, consultationId)).flatMap(({ represented }) => represented ?? []);
	return representedOf(standing, justified, former);
}

/** What the form of a reason shows. */
export const justifyState = (justified: Justified, cluster: number): State => {
	return { [reasonField(cluster)]: justified[cluster] ?? '' };
};

/**
 * Says why a cluster is left out although people may expect it; everybody reads it with the version. Empty: no reason.
 * Refused: publisherOnly, versionFrozen, violationGone, justificationMissing.
 */
export async function justify(ctx: Ctx, { version, cluster, reason, seen }: JustifyInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const draft = await strategy.versionById(ctx, version);
		obey(mayJustify(ctx.person, draft));
		const { justified, number, consultationId } = draft;
		const known = justified[cluster] ?? '';
		if (!reason && !known) throw new Refused('justificationMissing');
		if (reason === known) return;
		const standing = await auditOrigins(ctx, draft);
		const owed = standing ? owedIn(standing) : [];
		if (reason && !owed.some((one) => one.cluster.number === cluster)) throw new Refused('violationGone');
		expectSeen('violation', seen, justifyState(justified, cluster));
		const { [cluster]: _, ...others } = justified;
		await strategy.justify(ctx, version, reason ? { ...others, [cluster]: reason } : others);
		const details = { version: number, number: cluster };
		await record(ctx, { verb: 'version.justified', subjectId: version, consultationId, details });
	});
}
