import { describe, expect, it } from 'vitest';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { newId } from '#lib/server/ids.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { TranslationForm } from '#lib/translations/translation.ts';
import * as translations from '#lib/translations/translations.server.ts';
import { found } from '#lib/verdict.ts';
import { publishing } from '../../../tests/support/files/office.ts';
import { makeEditor } from '../../../tests/support/strategy/strategy.ts';
import { kept, MAIL, scene, tokenIn } from '../../../tests/support/subscribers.ts';
import { withWords } from '../wording/wording.server.ts';
import * as subscriptions from './subscriptions.server.ts';

describe('mail about a point', () => {
	async function withPoint() {
		const all = await scene();
		const editor = await makeEditor(all.testApp);
		await editor.start();
		await editor.add({});
		await editor.publish();
		const reword = async (title: string) => {
			await editor.start();
			const words = { field: 'wohnen', title, body: 'Das Land baut mehr.', why: 'Weil.' };
			await strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words });
		};
		return { ...all, editor, reword };
	}

	it('is for anybody, and tells of what is published only', async () => {
		const { testApp, minute, turn, worker, editor, reword } = await withPoint();
		await subscriptions.followPoint(testApp.as(null), 1, MAIL);
		const [first] = await turn();
		await subscriptions.confirm(worker(), tokenIn(first?.words));
		minute(5);
		await reword('Wohnungen zuerst');
		minute(100);
		expect(await turn()).toEqual([]);
		await editor.publish();
		minute(200);
		const [mail, ...others] = await turn();
		expect(others).toEqual([]);
		expect(mail?.words).toContain('Wohnungen zuerst');
		expect(mail?.words).toContain('/fassungen/2#punkt-1');
		minute(400);
		expect(await turn()).toEqual([]);
		const { news } = await subscriptions.pointNews(testApp.as(null), 1);
		expect(news).toMatchObject([{ kind: 'wording', version: 2 }]);
	});

	it('says to nobody whether an address follows it, and has it once', async () => {
		const { testApp, turn, worker } = await withPoint();
		await subscriptions.followPoint(testApp.as(null), 1, MAIL);
		const [first] = await turn();
		await subscriptions.confirm(worker(), tokenIn(first?.words));
		await subscriptions.followPoint(testApp.as(null), 1, { ...MAIL, email: 'maria@EXAMPLE.org' });
		const [again] = await turn();
		expect(again?.words.replace(/\/nachrichten\/\S+/, '')).toBe(first?.words.replace(/\/nachrichten\/\S+/, ''));
		expect(await kept(testApp)).toHaveLength(1);
	});

	it('asked for once more comes as it was asked for then, once the link is pressed', async () => {
		const { testApp, turn, worker, minute } = await withPoint();
		const order = async (rhythm: 'hourly' | 'weekly', locale: 'de' | 'uk' = 'de') => {
			await subscriptions.followPoint({ ...testApp.as(null), locale }, 1, { ...MAIL, rhythm });
			const [mail] = await turn();
			return tokenIn(mail?.words);
		};
		await subscriptions.confirm(worker(), await order('hourly'));
		const token = await order('weekly', 'uk');
		expect(await kept(testApp)).toMatchObject([{ rhythm: 'hourly', locale: 'de' }]);
		expect(await subscriptions.open(worker(), token)).toMatchObject({
			confirmed: true,
			rhythm: 'hourly',
			wanted: 'weekly'
		});
		await subscriptions.confirm(worker(), token);
		expect(await kept(testApp)).toMatchObject([{ rhythm: 'weekly', locale: 'uk' }]);
		expect(await subscriptions.open(worker(), token)).toMatchObject({ rhythm: 'weekly', wanted: null });
		// What nobody can sign changes nothing.
		const forged = token.replace('-wuk-', '-hde-');
		expect(forged).not.toBe(token);
		await expect(subscriptions.confirm(worker(), forged)).rejects.toMatchObject({ reason: 'subscriptionOver' });
		const late = await order('hourly');
		minute(48 * 60 + 1);
		expect(await subscriptions.open(worker(), late)).toMatchObject({ rhythm: 'weekly', wanted: null });
		await subscriptions.confirm(worker(), late);
		expect(await kept(testApp)).toMatchObject([{ rhythm: 'weekly' }]);
		await subscriptions.stop(worker(), late);
		expect(await kept(testApp)).toEqual([]);
	});

	it('asked for once more has a link that is good for as long as it says', async () => {
		const { testApp, turn, worker, minute } = await withPoint();
		const order = () => subscriptions.followPoint(testApp.as(null), 1, MAIL);
		await order();
		const [first] = await turn();
		minute(47 * 60 + 50);
		await order();
		const [again] = await turn();
		minute(48 * 60 + 10);
		await subscriptions.send(worker());
		const old = subscriptions.confirm(worker(), tokenIn(first?.words));
		await expect(old).rejects.toMatchObject({ reason: 'subscriptionOver' });
		await subscriptions.confirm(worker(), tokenIn(again?.words));
		expect(await kept(testApp)).toMatchObject([{ rhythm: 'hourly', confirmedAt: testApp.now }]);
	});

	it('has no signs in any language that only pages can read, and says official words as they are translated', async () => {
		const { testApp, editor, minute, turn, worker, reword } = await withPoint();
		for (const locale of ['uk', 'ar'] as const) {
			const ctx = { ...testApp.as(null), locale };
			const email = `${locale}@example.org`;
			await withWords(ctx, () => subscriptions.followPoint(ctx, 1, { ...MAIL, email }));
			const [first] = await turn();
			expect(first?.words).not.toMatch(/[\ue000-\ue002]/);
			expect(first?.words).toMatch(locale === 'uk' ? /[а-яї]{4}/ : /[ء-ي]{3}/);
			await subscriptions.confirm(worker(), tokenIn(first?.words));
		}
		minute(5);
		await reword('Wohnungen zuerst');
		await editor.publish();
		const said = { locale: 'uk', kind: 'point', key: '1' } as const;
		const made = { maker: 'person', machine: '', checkers: '', checkedOn: '', seen: '' };
		const form = TranslationForm.parse({ ...made, 'text-title': 'Спочатку житло' });
		await translations.save(editor.ctx, said, { ...form, seen: undefined });
		minute(200);
		const mails = await turn();
		expect(mails.map(({ words }) => /Спочатку житло|Wohnungen zuerst/.exec(words)?.[0]).sort()).toEqual([
			'Wohnungen zuerst',
			'Спочатку житло'
		]);
		for (const { words, subject } of mails) expect(words + subject).not.toMatch(/[\ue000-\ue002]/);
	});

	it('that cannot be written keeps nobody else waiting', async () => {
		const { testApp, editor, minute, turn, follow, send, decide } = await withPoint();
		const author = await testApp.person();
		const { id } = await send(author);
		await follow(author);
		await editor.start();
		await editor.add({ title: 'Noch nicht da' });
		const [point] = await testApp.app.reader.selectFrom('points').select('id').where('number', '=', 2).execute();
		await transaction(testApp.as(null), async ({ db, now }) => {
			const address = testApp.app.keys.seal('andere@example.org');
			const row = { id: newId(), personId: null, pointId: found(point, 'point').id, address, fingerprint: 'x' };
			const moments = { askedAt: now, confirmedAt: now, lookedAt: '2000' };
			await db
				.insertInto('subscriptions')
				.values({ ...row, rhythm: 'hourly', locale: 'de', ...moments })
				.execute();
		});
		minute(5);
		await decide(id, publishing);
		minute(70);
		expect(await turn()).toHaveLength(1);
	});

	it('is not there for a point that is not published', async () => {
		const { testApp } = await withPoint();
		for (const number of [2, 0, Number.NaN, 1e9])
			await expect(subscriptions.followPoint(testApp.as(null), number, MAIL)).rejects.toThrow(/point/);
	});
});
