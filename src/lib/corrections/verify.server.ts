import { z } from 'zod';
import { canonical, digestOf } from '../canonical.ts';
import * as calls from '../calls/calls.server.ts';
import * as publishing from '../publishing/publishing.server.ts';
import * as reports from '../reports/reports.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { readJson, type Expected } from '../strategy/frozen/versionDigest.ts';
import { NotFound } from '../verdict.ts';
import { FrozenAddendum, type Thing } from './addendum.ts';
import * as store from './store.server.ts';

export interface Verified {
	of: 'version' | 'call' | 'report' | 'addendum';
	number: number;
	ok: boolean;
	/** Where the first difference is, when it is known. */
	difference?: string;
}

const name = (kind: string, number: number, text: 'first' | 'now') => `${kind} ${number} ${text}`;

/** What the addenda say of texts: the digest each should have now, and what the last withdrawal says. */
interface Said {
	digests: Map<string, string>;
	/** Where an addendum does not begin with what the one before it left, by its number. */
	broken: Map<number, string>;
	withdrawn: Map<string, { at: string; successor: number | null }>;
	seals: Map<number, string>;
}

function follow(addenda: readonly FrozenAddendum[], published: ReadonlyMap<string, string>): Said {
	const said: Said = { digests: new Map(), broken: new Map(), withdrawn: new Map(), seals: new Map() };
	for (const { number, kind, target, states, publishedAt, successor, removal, restores } of addenda) {
		for (const { of, text, before, after } of states) {
			const which = name(of.kind, of.number, text);
			// Of a call nothing was sealed before its first addendum.
			const known = said.digests.get(which) ?? published.get(which) ?? (of.kind === 'call' ? before : undefined);
			if (known !== before) said.broken.set(number, `states.${which}`);
			said.digests.set(which, after);
		}
		const which = `${target.kind} ${target.number}`;
		if (kind === 'withdrawal')
			said.withdrawn.set(which, { at: said.withdrawn.get(which)?.at ?? publishedAt, successor });
		if (removal?.seal) said.seals.set(number, removal.seal);
		if (restores !== null) said.seals.delete(restores);
	}
	return said;
}

const MISSING = '';

/** Recomputes every digest of everything published, with what addenda have made of it. */
export async function verify(ctx: Ctx): Promise<Verified[]> {
	const rows = await store.all(ctx.db);
	const versions = await store.textsOfVersions(ctx.db);
	const all = await reports.every(ctx);
	const published = new Map<string, string>();
	for (const { number, digest } of versions) {
		published.set(name('version', number, 'first'), digest ?? '');
		published.set(name('version', number, 'now'), digest ?? '');
	}
	for (const { number, digest } of all) {
		published.set(name('report', number, 'first'), digest);
		published.set(name('report', number, 'now'), digest);
	}
	for (const { number, digest } of rows) published.set(name('addendum', number, 'first'), digest);
	const read = rows.flatMap(({ frozen }) => FrozenAddendum.safeParse(readJson(frozen)).data ?? []);
	const said = follow(read, published);
	const expected = (kind: string, number: number): Expected => ({
		first: said.digests.get(name(kind, number, 'first')) ?? published.get(name(kind, number, 'first')) ?? MISSING,
		now: said.digests.get(name(kind, number, 'now')) ?? null
	});
	const ofVersions = new Map(versions.map(({ id, number }) => [id, expected('version', number)]));
	const ofReports = new Map(all.map(({ number }) => [number, expected('report', number)]));
	return [
		...(await publishing.verify(ctx, ofVersions)).map((one): Verified => ({ of: 'version', ...one })),
		...(await verifyCalls(ctx, said)),
		...(await verifyReports(ctx, all, ofReports, said)),
		...(await verifyAddenda(ctx, rows, said))
	];
}

async function verifyReports(
	ctx: Ctx,
	rows: Awaited<ReturnType<typeof reports.every>>,
	expected: ReadonlyMap<number, Expected>,
	said: Said
): Promise<Verified[]> {
	return (await reports.verify(ctx, expected)).map((one): Verified => {
		const row = rows.find(({ number }) => number === one.number);
		const difference = row ? withdrawalFlaw({ kind: 'report', number: one.number }, row, said) : null;
		return { of: 'report', number: one.number, ok: one.ok && difference === null, ...(difference && { difference }) };
	});
}

interface Withdrawn {
	withdrawnAt: string | null;
	successorId: string | null;
	successor: number | null;
}

/** Nothing counts as withdrawn but by an addendum, and nothing withdrawn counts again. */
function withdrawalFlaw(
	{ kind, number }: Thing,
	{ withdrawnAt, successorId, successor }: Withdrawn,
	said: Said
): string | null {
	const known = said.withdrawn.get(`${kind} ${number}`);
	if ((known?.at ?? null) !== withdrawnAt) return 'withdrawnAt';
	if ((successorId === null) !== (successor === null)) return 'successor';
	return (known?.successor ?? null) === successor ? null : 'successor';
}

/** A call has no digest of its own: only what an addendum has sealed of it can be held against it. */
async function verifyCalls(ctx: Ctx, said: Said): Promise<Verified[]> {
	const verified: Verified[] = [];
	const known = new Set<number>();
	for (const row of (await calls.published(ctx)).toReversed()) {
		const { number } = row;
		known.add(number);
		const digest = said.digests.get(name('call', number, 'now'));
		const flaw = withdrawalFlaw({ kind: 'call', number }, row, said);
		if (digest === undefined && flaw === null && !said.withdrawn.has(`call ${number}`)) continue;
		const now = await digestOfCall(ctx, number);
		const difference = digest !== undefined && digest !== now ? 'text' : flaw;
		verified.push({ of: 'call', number, ok: difference === null, ...(difference && { difference }) });
	}
	// Somebody has made one a draft again, or has deleted it.
	for (const which of [...said.digests.keys(), ...said.withdrawn.keys()]) {
		const [kind, number] = which.split(' ');
		if (kind !== 'call' || known.has(Number(number))) continue;
		known.add(Number(number));
		verified.push({ of: 'call', number: Number(number), ok: false, difference: 'publishedAt' });
	}
	return verified;
}

/** null: somebody has written something into it that cannot be read any more. */
async function digestOfCall(ctx: Ctx, number: number): Promise<string | null> {
	try {
		return digestOf(canonical(await calls.contentOf(ctx, await calls.byNumber(ctx, number))));
	} catch (problem) {
		if (problem instanceof z.ZodError || problem instanceof NotFound) return null;
		throw problem;
	}
}

async function verifyAddenda(ctx: Ctx, rows: readonly store.AddendumRow[], said: Said): Promise<Verified[]> {
	const seals = new Map((await store.allSealed(ctx.db)).map((row) => [row.addendum, row]));
	const known = new Set(rows.map(({ number }) => number));
	const orphan = [...seals.keys()].find((number) => !known.has(number));
	if (orphan !== undefined) return [{ of: 'addendum', number: orphan, ok: false, difference: 'seal.addendum' }];
	return rows.map((row, index): Verified => {
		const difference = flawOf(row, { index, before: rows[index - 1]?.digest ?? null, said, seals });
		return { of: 'addendum', number: row.number, ok: difference === null, ...(difference && { difference }) };
	});
}

interface Around {
	index: number;
	before: string | null;
	said: Said;
	seals: ReadonlyMap<number, { body: string; until: string }>;
}

function flawOf(row: store.AddendumRow, { index, before, said, seals }: Around): string | null {
	const digest = said.digests.get(name('addendum', row.number, 'first')) ?? row.digest;
	if (digestOf(row.frozen) !== digest) return 'digest';
	const frozen = FrozenAddendum.safeParse(readJson(row.frozen)).data;
	if (!frozen) return 'frozen';
	if (frozen.number !== row.number || row.number !== index + 1) return 'number';
	if (frozen.kind !== row.kind) return 'kind';
	if (frozen.consultation !== row.consultationId) return 'consultationId';
	if (frozen.publishedAt !== row.publishedAt) return 'publishedAt';
	if (frozen.previous !== before) return 'previous';
	return said.broken.get(row.number) ?? sealFlaw(row.number, frozen, said, seals.get(row.number));
}

/** What lies under seal is gone one day; as long as it lies there, it is what was put there. */
function sealFlaw(
	number: number,
	{ removal }: FrozenAddendum,
	said: Said,
	seal: { body: string; until: string } | undefined
): string | null {
	if (!seal) return null;
	if (digestOf(seal.body) !== said.seals.get(number)) return 'seal.body';
	return removal?.sealedUntil === seal.until ? null : 'seal.until';
}
