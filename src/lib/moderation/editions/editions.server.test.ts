import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import * as news from '#lib/news/news.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { Refused, NotFound, Stale } from '#lib/verdict.ts';
import { newId } from '#lib/server/ids.ts';
import { later, MINUTE } from '#lib/time.ts';
import { openOffice, publishing, rejecting, type Office } from '../../../../tests/support/files/office.ts';
import * as moderation from '../moderation.server.ts';
import * as editions from './editions.server.ts';

const OLD = 'Wir brauchen Wohnungen, die man bezahlen kann.';
const NEW = 'Wir brauchen Wohnungen, die man auch mit wenig Geld bezahlen kann.';
const texts = (body: string) => ['Mehr Wohnungen', body, ''];

async function sent() {
	const office = await openOffice();
	const author = await office.testApp.person();
	const { id, number } = await office.send(author, OLD);
	return { ...office, author, id, number, which: String(number) };
}
type Sent = Awaited<ReturnType<typeof sent>>;

const decide = ({ testApp, moderator }: Office, form: Parameters<typeof moderation.decide>[1]) =>
	moderation.decide(testApp.as(moderator), form);
const change = ({ testApp, author, which }: Sent, body = NEW, seen?: string) =>
	moderation.change(testApp.as(author), 'proposal', which, { texts: texts(body), seen });
const bodyOf = async ({ testApp, author, number }: Sent) => (await proposals.own(testApp.as(author), number)).body;
const desk = ({ testApp, moderator, id }: Sent) => moderation.desk(testApp.as(moderator), 'proposal', id);

describe('a text that nobody has read yet', () => {
	it('is changed by its author alone, and moderation sees what was different', async () => {
		const scene = await sent();
		await change(scene);
		expect(await bodyOf(scene)).toBe(NEW);
		expect((await desk(scene)).edition).toMatchObject({ outcome: 'replaced', texts: texts(OLD) });
		const stranger = await scene.testApp.person();
		const other = moderation.change(scene.testApp.as(stranger), 'proposal', scene.which, { texts: texts('x') });
		await expect(other).rejects.toThrow(NotFound);
		await expect(moderation.toChange(scene.testApp.as(stranger), 'proposal', scene.which)).rejects.toThrow(NotFound);
		await decide(scene, publishing('proposal', scene.id));
		expect(await scene.testApp.app.reader.selectFrom('textEditions').selectAll().execute()).toEqual([]);
	});

	it('is not let through by somebody who read other words', async () => {
		const scene = await sent();
		const { words } = await desk(scene);
		await change(scene);
		const late = decide(scene, { ...publishing('proposal', scene.id), words });
		await expect(late).rejects.toMatchObject({ reason: 'textChanged' });
		await decide(scene, { ...publishing('proposal', scene.id), words: (await desk(scene)).words });
	});

	it('changed on two devices loses nothing unseen', async () => {
		const scene = await sent();
		const { seen } = await moderation.toChange(scene.testApp.as(scene.author), 'proposal', scene.which);
		await change(scene, NEW, seen);
		await expect(change(scene, 'Noch etwas ganz anderes, lang genug.', seen)).rejects.toThrow(Stale);
		expect(await bodyOf(scene)).toBe(NEW);
	});
});

describe('a text that was refused', () => {
	it('comes back filled in, waits again when it is changed, and is then public', async () => {
		const scene = await sent();
		await decide(scene, rejecting('proposal', scene.id));
		const form = await moderation.toChange(scene.testApp.as(scene.author), 'proposal', scene.which);
		expect(form).toMatchObject({ state: 'rejected', texts: texts(OLD), may: { ok: true } });
		await expect(change(scene, OLD)).rejects.toMatchObject({ reason: 'textUnchanged' });
		await change(scene, NEW, form.seen);
		expect((await moderation.queue(scene.testApp.as(scene.moderator))).items).toMatchObject([
			{ kind: 'proposal', number: scene.number, changed: false }
		]);
		await decide(scene, publishing('proposal', scene.id));
		expect((await proposals.byNumber(scene.testApp.as(null), scene.number)).body).toBe(NEW);
		const told = (await news.unseen(scene.testApp.as(scene.author))).news.map(({ word }) => word);
		expect(told.sort()).toEqual(['publish', 'reject']);
	});

	it('stays as it is while somebody looks at it again', async () => {
		const scene = await sent();
		await decide(scene, rejecting('proposal', scene.id));
		const { id = '' } = (await moderation.decisionsFor(scene.testApp.as(scene.author), [scene.id])).get(scene.id) ?? {};
		await moderation.appeal(scene.testApp.as(scene.author), id, { body: 'Das war ganz anders gemeint.' });
		await expect(change(scene)).rejects.toMatchObject({ reason: 'changeAppealed' });
	});
});

async function published(): Promise<Sent> {
	const scene = await sent();
	await decide(scene, publishing('proposal', scene.id));
	return scene;
}

async function waitingOf(scene: Sent) {
	const { edition } = await desk(scene);
	if (!edition) throw new Error('nothing waits');
	return { edition: edition.id, seen: editions.wordsMark(edition.texts) };
}

describe('a text that is public', () => {
	it('stands until its change is screened; nobody had answered, so nothing is left of it', async () => {
		const scene = await published();
		const moderator = scene.testApp.as(scene.moderator);
		await change(scene);
		expect(await bodyOf(scene)).toBe(OLD);
		expect(await moderation.countWaiting(moderator)).toBe(1);
		expect((await moderation.queue(moderator)).items).toMatchObject([{ changed: true, number: scene.number }]);
		const own = await moderation.ownChanges(scene.testApp.as(scene.author), [scene.id]);
		expect(own.get(scene.id)).toMatchObject({ outcome: null, texts: texts(NEW) });
		const form = { ...(await waitingOf(scene)), deed: 'accept' } as const;
		await moderation.decideEdition(moderator, form);
		await moderation.decideEdition(moderator, form);
		expect(await bodyOf(scene)).toBe(NEW);
		expect(await moderation.former(scene.testApp.as(null), scene.id)).toEqual([]);
		expect(await moderation.countWaiting(moderator)).toBe(0);
	});

	it('keeps what others have supported beside the new words', async () => {
		const scene = await published();
		await proposals.support(scene.testApp.as(await scene.testApp.person()), scene.number, true);
		await change(scene);
		await moderation.decideEdition(scene.testApp.as(scene.moderator), { ...(await waitingOf(scene)), deed: 'accept' });
		expect(await moderation.former(scene.testApp.as(null), scene.id)).toMatchObject([{ texts: texts(OLD) }]);
		await moderation.withdrawProposal(scene.testApp.as(scene.author), scene.number);
		expect(await moderation.former(scene.testApp.as(null), scene.id)).toEqual([]);
	});

	it('stays as it is when the change is refused, and its author reads why and goes on from there', async () => {
		const scene = await published();
		await change(scene);
		const form = {
			...(await waitingOf(scene)),
			deed: 'refuse',
			ground: 'unclear',
			note: 'Wie meinen Sie das?'
		} as const;
		await moderation.decideEdition(scene.testApp.as(scene.moderator), form);
		const other = { ...form, deed: 'accept' } as const;
		await expect(moderation.decideEdition(scene.testApp.as(scene.moderator), other)).rejects.toThrow(Refused);
		expect(await bodyOf(scene)).toBe(OLD);
		const again = await moderation.toChange(scene.testApp.as(scene.author), 'proposal', scene.which);
		expect(again).toMatchObject({ texts: texts(NEW), refused: { ground: 'unclear', note: 'Wie meinen Sie das?' } });
		const told = (await news.unseen(scene.testApp.as(scene.author))).news.map(({ word }) => word);
		expect(told.sort()).toEqual(['publish', 'refuse']);
	});

	it('is decided about by those who may screen, about the words they read', async () => {
		const scene = await published();
		await change(scene);
		const read = await waitingOf(scene);
		await change(scene, 'Etwas ganz anderes, auch lang genug.');
		const late = moderation.decideEdition(scene.testApp.as(scene.moderator), { ...read, deed: 'accept' });
		await expect(late).rejects.toThrow(NotFound);
		const now = await waitingOf(scene);
		const author = moderation.decideEdition(scene.testApp.as(scene.author), { ...now, deed: 'accept' });
		await expect(author).rejects.toMatchObject({ reason: 'roleMissing' });
	});

	it('loses blackened words in what stood there before, too', async () => {
		const scene = await published();
		await proposals.support(scene.testApp.as(await scene.testApp.person()), scene.number, true);
		await change(scene, 'Frau Kruse sagt: Wohnungen, die man bezahlen kann.');
		await moderation.decideEdition(scene.testApp.as(scene.moderator), { ...(await waitingOf(scene)), deed: 'accept' });
		await change(scene, 'Wohnungen, die man bezahlen kann, sagt Frau Kruse noch einmal.');
		await moderation.decideEdition(scene.testApp.as(scene.moderator), { ...(await waitingOf(scene)), deed: 'accept' });
		const form = { id: newId(), kind: 'proposal', subjectId: scene.id, seen: 'published', deed: 'redact' } as const;
		await decide(scene, { ...form, passages: ['Kruse'] });
		expect(JSON.stringify(await moderation.former(scene.testApp.as(null), scene.id))).not.toContain('Kruse');
		await expect(change(scene)).rejects.toMatchObject({ reason: 'changeRedacted' });
	});

	it('loses words that stand only in what stood there before', async () => {
		const scene = await published();
		const moderator = scene.testApp.as(scene.moderator);
		await proposals.support(scene.testApp.as(await scene.testApp.person()), scene.number, true);
		const ill = 'Unsere Nachbarin Frau Kruse hat Krebs. Wohnungen, die man bezahlen kann!';
		for (const body of [ill, NEW]) {
			scene.testApp.at(later(scene.testApp.now, MINUTE));
			await change(scene, body);
			await moderation.decideEdition(moderator, { ...(await waitingOf(scene)), deed: 'accept' });
		}
		const { former } = await desk(scene);
		expect(former.map(({ texts: [, body] }) => body)).toEqual([ill, OLD]);
		const passages = ['Frau Kruse hat Krebs'];
		const form = { kind: 'proposal', subjectId: scene.id, seen: 'published', deed: 'redact' } as const;
		const nowhere = decide(scene, { ...form, id: newId(), passages: [...passages, 'Herr Schulz'] });
		await expect(nowhere).rejects.toMatchObject({ reason: 'passageNotFound', facts: { passage: 'Herr Schulz' } });
		const redaction = newId();
		await decide(scene, { ...form, id: redaction, passages });
		const shown = async () => JSON.stringify(await moderation.former(scene.testApp.as(null), scene.id));
		expect(await shown()).toContain('Unsere Nachbarin [geschwärzt]. Wohnungen');
		expect(await bodyOf(scene)).toBe(NEW);

		await moderation.appeal(scene.testApp.as(scene.author), redaction, { body: 'Sie hat es mir erlaubt.' });
		const colleague = await scene.testApp.person('none', { roles: ['moderator'] });
		const answer = { outcome: 'granted', reply: 'Das stimmt.' } as const;
		await moderation.decideAppeal(scene.testApp.as(colleague), redaction, answer);
		expect(await shown()).toContain('Frau Kruse hat Krebs');
	});
});

/** A change was sent while nothing stood in its way; then something came. */
describe('a change that comes too late', () => {
	async function commented() {
		const scene = await published();
		const speaker = await scene.testApp.person();
		const comment = await scene.say(scene.number, speaker, { body: 'Ich bin dafür.' });
		await decide(scene, publishing('comment', comment));
		await moderation.change(scene.testApp.as(speaker), 'comment', comment, { texts: ['Ich bin dagegen.'] });
		const { edition } = await moderation.desk(scene.testApp.as(scene.moderator), 'comment', comment);
		const form = { edition: edition?.id ?? '', seen: editions.wordsMark(edition?.texts ?? []) };
		const reply = () => scene.say(scene.number, scene.author, { parentId: comment, body: 'Ich auch!' });
		const deskNow = () => moderation.desk(scene.testApp.as(scene.moderator), 'comment', comment);
		const mine = scene.testApp.as(speaker);
		return { ...scene, mine, comment, form, reply, deskNow, ctx: scene.testApp.as(scene.moderator) };
	}

	it('puts no other words above what somebody has answered, and its author is told', async () => {
		const scene = await commented();
		await decide(scene, publishing('comment', await scene.reply()));
		expect((await scene.deskNow()).accept).toMatchObject({ ok: false, because: 'lateAnswered' });
		const accept = moderation.decideEdition(scene.ctx, { ...scene.form, deed: 'accept' });
		await expect(accept).rejects.toMatchObject({ reason: 'lateAnswered' });
		await moderation.decideEdition(scene.ctx, { ...scene.form, deed: 'lapse' });
		expect((await comments.own(scene.mine, scene.comment)).body).toBe('Ich bin dafür.');
		const own = await moderation.ownChanges(scene.mine, [scene.comment]);
		expect(own.get(scene.comment)).toMatchObject({ outcome: 'refused', ground: null });
		expect((await news.unseen(scene.mine)).news.map(({ word }) => word)).toContain('refuse');
		expect(await moderation.countWaiting(scene.ctx)).toBe(0);
	});

	it('waits for a reply that nobody has screened, and goes on when that is refused', async () => {
		const scene = await commented();
		const reply = await scene.reply();
		const accept = () => moderation.decideEdition(scene.ctx, { ...scene.form, deed: 'accept' });
		await expect(accept()).rejects.toMatchObject({ reason: 'lateAnswered' });
		await decide(scene, rejecting('comment', reply));
		const lapse = moderation.decideEdition(scene.ctx, { ...scene.form, deed: 'lapse' });
		await expect(lapse).rejects.toMatchObject({ reason: 'changeHolds' });
		await accept();
		expect((await comments.own(scene.mine, scene.comment)).body).toBe('Ich bin dagegen.');
	});

	it('brings back no words where some were blackened since, nor shows what was hidden', async () => {
		const scene = await commented();
		const seen = { kind: 'comment', subjectId: scene.comment, seen: 'published' } as const;
		await decide(scene, { ...seen, id: newId(), deed: 'redact', passages: ['dafür'] });
		const form = { ...scene.form, deed: 'accept' } as const;
		await expect(moderation.decideEdition(scene.ctx, form)).rejects.toMatchObject({ reason: 'lateRedacted' });
		await decide(scene, { ...seen, id: newId(), deed: 'hide', ground: 'insult', note: '' });
		await expect(moderation.decideEdition(scene.ctx, form)).rejects.toMatchObject({ reason: 'lateNotPublished' });
	});

	it('leaves readable what a comment was written to that nobody had screened yet', async () => {
		const scene = await published();
		const comment = await scene.say(scene.number);
		await change(scene);
		await moderation.decideEdition(scene.testApp.as(scene.moderator), { ...(await waitingOf(scene)), deed: 'accept' });
		await decide(scene, publishing('comment', comment));
		expect(await moderation.former(scene.testApp.as(null), scene.id)).toMatchObject([{ texts: texts(OLD) }]);
	});
});

describe('a comment', () => {
	it('is changed until somebody has answered it', async () => {
		const scene = await published();
		const speaker = await scene.testApp.person();
		const comment = await scene.say(scene.number, speaker);
		await decide(scene, publishing('comment', comment));
		const ctx = scene.testApp.as(speaker);
		await moderation.change(ctx, 'comment', comment, { texts: ['Dazu noch etwas mehr.'] });
		const { edition } = await moderation.desk(scene.testApp.as(scene.moderator), 'comment', comment);
		expect(edition).toMatchObject({ outcome: null, texts: ['Dazu noch etwas mehr.'] });
		const form = {
			edition: edition?.id ?? '',
			seen: editions.wordsMark(edition?.texts ?? []),
			deed: 'accept'
		} as const;
		await moderation.decideEdition(scene.testApp.as(scene.moderator), form);
		expect((await comments.own(ctx, comment)).body).toBe('Dazu noch etwas mehr.');
		const reply = await scene.say(scene.number, scene.author, { parentId: comment });
		await decide(scene, publishing('comment', reply));
		const late = moderation.change(ctx, 'comment', comment, { texts: ['Und noch mehr.'] });
		await expect(late).rejects.toMatchObject({ reason: 'changeAnswered' });
	});
});
