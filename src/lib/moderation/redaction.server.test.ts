import { expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { makeTown } from '../../../tests/support/town.ts';
import * as moderation from './moderation.server.ts';

it('a redaction reaches the source of a piece of evidence, too', async () => {
	const town = await makeTown();
	const moderator = town.as(await town.person('none', { roles: ['moderator'] }));
	const id = newId();
	const number = await proposals.submit(town.as(await town.person()), town.consultationId, {
		id,
		kind: 'evidence',
		field: 'wohnen',
		title: 'Wohnungen fehlen',
		body: 'Das zeigt eine Umfrage in unserem Stadtteil.',
		evidence: 'Umfrage von Frau Meier, 0201 123456'
	});
	const subject = { kind: 'proposal', subjectId: id, seen: 'waiting' } as const;
	const passages = ['0201 123456', 'Meier'];
	await moderation.decide(moderator, { ...subject, id: newId(), deed: 'redact', passages });
	await moderation.decide(moderator, { ...subject, id: newId(), deed: 'publish' });
	const { body, evidence } = await proposals.byNumber(town.as(null), number);
	expect(evidence).toBe('Umfrage von Frau [geschwärzt], [geschwärzt]');
	expect(body).toBe('Das zeigt eine Umfrage in unserem Stadtteil.');
});
