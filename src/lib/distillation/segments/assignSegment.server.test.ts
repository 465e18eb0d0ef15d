import { beforeEach, describe, expect, it } from 'vitest';
import { BODIES, into, named, openDesk, plain, publish, type Desk } from '../../../../tests/support/strategy/desk.ts';
import { stateOfDesk } from '../../../../tests/support/strategy/desk-state.ts';
import * as moderation from '../../moderation/moderation.server.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import { newId } from '../../server/ids.ts';
import { Stale } from '../../verdict.ts';
import * as distillation from '../distillation.server.ts';

let desk: Desk;
beforeEach(async () => {
	desk = await openDesk();
});

const here = () => desk.testApp.consultationId;

describe('cutting', () => {
	it('keeps exact words and place, and joins neighbours', async () => {
		const cluster = await desk.cut(1, [0, 2], named('Wohnen'));
		expect(await desk.passages(cluster)).toEqual(['Die Miete ist zu hoch.', 'Die Ämter sind weit weg.']);
		const all = await desk.cut(1, [0, 1], into(cluster));
		expect(await desk.passages(all)).toContain('Die Miete ist zu hoch. Der Bus fährt zu selten.');
	});

	it('does not cut the same passage twice: it gets a second place', async () => {
		await desk.cut(1, [1], named('Bus'));
		await desk.cut(1, [1], named('Land'));
		const { segments, places } = await distillation.inHand(desk.ctx(), here(), 1);
		expect(segments.map((segment) => segment.text)).toEqual(['Der Bus fährt zu selten.']);
		expect(places.map((place) => place.title)).toEqual(['Bus', 'Land']);
	});

	it('follows a redaction: nothing blackened is shown or kept, the anchor holds, and it is labelled', async () => {
		const { id } = await publish(desk.testApp, await desk.testApp.person(), 'Frau Krause hilft mir. Sonst niemand.');
		await distillation.syncContributions(desk.ctx());
		const cluster = await desk.cut(6, [0], named('Hilfe'));
		const passagesBlackened = ['Krause'];
		const decision = { id: newId(), kind: 'proposal', subjectId: id, seen: 'published', deed: 'redact' } as const;
		await moderation.decide(desk.ctx(), { ...decision, passages: passagesBlackened });
		const shown = async () => (await distillation.inHand(desk.ctx(), here(), 6)).segments;
		const expected = { text: 'Frau [geschwärzt] hilft mir.', starts: 0, ends: 28, redacted: true };
		expect(await shown()).toMatchObject([expected]);
		await distillation.syncContributions(desk.ctx());
		expect(await shown()).toMatchObject([expected]);
		expect(await desk.passages(cluster)).toEqual(['Frau [geschwärzt] hilft mir.']);
		const rows = await desk.testApp.app.reader.selectFrom('segments').selectAll().execute();
		const log = await desk.testApp.app.reader.selectFrom('deeds').selectAll().execute();
		expect(JSON.stringify([rows, log])).not.toContain('Krause');
	});

	it('shows a passage again when blackening is taken back, whether it was cut before or after', async () => {
		const author = await desk.testApp.person();
		const { id } = await publish(desk.testApp, author, 'Frau Krause hilft mir. Herr Krause nie.');
		await distillation.syncContributions(desk.ctx());
		const cluster = await desk.cut(6, [0], named('Hilfe'));
		const decision = { id: newId(), kind: 'proposal', subjectId: id, seen: 'published', deed: 'redact' } as const;
		await moderation.decide(desk.ctx(), { ...decision, passages: ['Krause'] });
		await distillation.syncContributions(desk.ctx());
		await desk.cut(6, [1], into(cluster));
		expect(await desk.passages(cluster)).toEqual(['Frau [geschwärzt] hilft mir.', 'Herr [geschwärzt] nie.']);
		const body = 'Der Name ist von einer Straße.';
		await moderation.appeal(desk.testApp.as(author), decision.id, { body });
		const second = await desk.testApp.person('none', { roles: ['moderator'] });
		await moderation.decideAppeal(desk.testApp.as(second), decision.id, { outcome: 'granted', reply: body });
		const whole = ['Frau Krause hilft mir.', 'Herr Krause nie.'];
		expect(await desk.passages(cluster)).toEqual(whole);
		await distillation.syncContributions(desk.ctx());
		expect(await desk.passages(cluster)).toEqual(whole);
		await stateOfDesk(desk.testApp);
		const { segments } = await distillation.inHand(desk.ctx(), here(), 6);
		expect(segments.map(({ redacted }) => redacted)).toEqual([false, false]);
	});

	it('forgets the words of a contribution that its author takes back, and keeps its place', async () => {
		const author = await desk.testApp.person();
		const { number } = await publish(desk.testApp, author, 'Ich heiße Krause. Bitte helfen Sie mir.');
		await distillation.syncContributions(desk.ctx());
		const cluster = await desk.cut(number, [0], named('Hilfe'));
		await proposals.withdraw(desk.testApp.as(author), number);
		await distillation.syncContributions(desk.ctx());
		expect(await desk.passages(cluster)).toEqual(['']);
		expect(await desk.open()).toBe(BODIES.length);
		const rows = await desk.testApp.app.reader.selectFrom('segments').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain('Krause');
	});

	it('refuses sentences of a text that was blackened since', async () => {
		const form = {
			id: newId(),
			seen: await desk.seen(1),
			spans: [{ starts: 0, ends: 5 }],
			digest: 'another',
			...plain
		};
		await expect(distillation.cut(desk.ctx(), here(), { ...form, ...named('X') })).rejects.toThrow(Stale);
	});
});
