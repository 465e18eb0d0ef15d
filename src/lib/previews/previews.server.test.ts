import { expect, it } from 'vitest';
import * as calls from '#lib/calls/calls.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { reserve } from '#lib/server/db/counters.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { Db } from '#lib/server/app.ts';
import { newId } from '#lib/server/ids.ts';
import { Gone, Refused } from '#lib/verdict.ts';
import { item, scene } from '../../../tests/support/calls.ts';
import { Editor } from '../../../tests/support/strategy/strategy.ts';
import * as previews from './previews.server.ts';
import type { Previewed } from './preview.ts';

const plain = (value: unknown): string => JSON.stringify(value);

async function drafted() {
	const made = await scene();
	const { testApp, editor } = made;
	const ctx = testApp.as(editor);
	await calls.putItem(ctx, made.number, item(made, 'part'));
	await reports.begin(ctx, testApp.consultationId, {
		id: newId(),
		title: 'Erster Bericht',
		foreword: 'Kurz **gesagt**.'
	});
	// The version of the call was put there without a counter.
	await transaction(ctx, (ctx) => reserve(ctx, 'version', 1));
	await new Editor(testApp, editor).start();
	const { drafts } = await previews.overview(ctx);
	const subject = (kind: Previewed) => {
		const draft = drafts.find((one) => one.kind === kind);
		if (!draft) throw new Error(`no ${kind} is drafted`);
		return { kind, id: draft.id };
	};
	const link = async (kind: Previewed, more: { id?: string; days?: number } = {}) => {
		const form = { id: newId(), subject: subject(kind), label: 'Büro des Ausschusses', days: 3, ...more };
		const { address, until } = await previews.make(testApp.as(editor), form);
		const token = address.split('/').at(-1) ?? '';
		const read = () => previews.read(testApp.as(null), token);
		return { form, token, until, read };
	};
	return { ...made, ctx: () => testApp.as(editor), link };
}

it('shows a version, a call and a report to somebody without an account, as they are now', async () => {
	const { testApp, number, editor, link, ...rest } = await drafted();
	expect((await (await link('version')).read()).document.title).toMatch(/Fassung|Strategie|./);
	const call = await link('call');
	expect(plain((await call.read()).document)).toContain('Ein part');
	const ctx = testApp.as(editor);
	await calls.putItem(
		ctx,
		number,
		item({ testApp, number, editor, ...rest }, 'criterion', { title: 'Eben erst', revision: 2 })
	);
	expect(plain((await call.read()).document)).toContain('Eben erst');
	const { document } = await (await link('report')).read();
	expect(document.title).toBe('Erster Bericht');
	expect(plain(document)).toContain('gesagt');
});

it('ends with its day, when it is revoked, and when the draft is published or gone', async () => {
	const { testApp, link, ctx } = await drafted();
	const [short, revoked, report] = [await link('call', { days: 1 }), await link('call'), await link('report')];
	await previews.revoke(ctx(), revoked.form.id);
	await previews.revoke(ctx(), revoked.form.id);
	await expect(revoked.read()).rejects.toThrow(Gone);
	await short.read();
	testApp.at(short.until);
	await expect(short.read()).rejects.toThrow(Gone);
	await report.read();
	const draft = await reports.draftOf(ctx(), testApp.consultationId);
	await reports.discard(ctx(), testApp.consultationId, draft?.revision ?? 0);
	await expect(report.read()).rejects.toThrow(Gone);
	const { links } = await previews.overview(ctx());
	expect(links.map(({ state }) => state).sort()).toEqual(['expired', 'over', 'revoked']);
	await expect(previews.make(ctx(), report.form)).rejects.toThrow(Refused);
	for (const token of ['', 'x', revoked.form.id])
		await expect(previews.read(testApp.as(null), token)).rejects.toThrow(Gone);
});

it('is for editors and publishers; sent twice it is one link, and nothing that is kept opens it', async () => {
	const { testApp, link, ctx } = await drafted();
	const first = await link('call');
	const again = await link('call', { id: first.form.id });
	await expect(first.read()).rejects.toThrow(Gone);
	await again.read();
	const rows = await testApp.app.reader.selectFrom('previewLinks').selectAll().execute();
	expect(rows).toHaveLength(1);
	expect(plain(rows)).not.toContain(again.token);
	const journal = await testApp.app.reader.selectFrom('journal').selectAll().execute();
	expect(journal.filter(({ verb }) => verb === 'preview.made')).toHaveLength(1);
	expect(plain(journal)).not.toContain(again.token);
	for (const role of ['helper', 'moderator', 'admin'] as const) {
		const person = testApp.as(await testApp.person('none', { roles: [role] }));
		await expect(previews.make(person, { ...first.form, id: newId() })).rejects.toThrow('roleMissing');
	}
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	await previews.revoke(admin, first.form.id);
	await expect(again.read()).rejects.toThrow(Gone);
	testApp.at('2027-12-31T12:00:00.000Z');
	await previews.sweep(ctx());
	expect(await testApp.app.reader.selectFrom('previewLinks').selectAll().execute()).toEqual([]);
});

it('is one link with what was said of it: the same form with something else makes no other, and no ended one opens again', async () => {
	const { testApp, link, ctx } = await drafted();
	const first = await link('call');
	const others = [{ subject: (await link('report')).form.subject }, { label: 'Verband' }, { days: 7 }];
	for (const other of others) {
		const made = previews.make(ctx(), { ...first.form, ...other });
		await expect(made).rejects.toMatchObject({ reason: 'previewOther' });
	}
	await first.read();
	await previews.revoke(ctx(), first.form.id);
	await expect(previews.make(ctx(), first.form)).rejects.toMatchObject({ reason: 'previewOther' });
	const short = await link('version', { days: 1 });
	testApp.at(short.until);
	await expect(previews.make(ctx(), short.form)).rejects.toMatchObject({ reason: 'previewOther' });
});

it.each([
	[
		'loses the task',
		async (personId: string, db: Db) => {
			await db.deleteFrom('roles').where('personId', '=', personId).execute();
		}
	],
	[
		'is blocked',
		async (personId: string, db: Db, now: string) => {
			await db
				.insertInto('accounts')
				.values({ personId, email: 'e@amt.example', passwordHash: '-', createdAt: now, blockedAt: now })
				.execute();
		}
	]
] as const)('ends for its reader when whoever made it %s', async (_, end) => {
	const { testApp, editor, link } = await drafted();
	const call = await link('call');
	await call.read();
	await transaction(testApp.as(null), ({ db, now }) => end(editor.id, db, now));
	await expect(call.read()).rejects.toThrow(Gone);
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	expect((await previews.overview(admin)).links).toMatchObject([{ state: 'over' }]);
});
