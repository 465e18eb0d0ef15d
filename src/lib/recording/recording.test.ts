import { describe, expect, it } from 'vitest';
import type { Phase } from '#lib/consultations/consultation.ts';
import type { Person, Role } from '#lib/people/person.ts';
import { t } from '#lib/texts/texts.ts';
import type { Verdict } from '#lib/verdict.ts';
import { ManySheetsForm } from './sheets/manySheets.ts';
import { CONSENT_VERSION, mayRecordNow, mayClaim, mayWithdrawConsent } from './recording.ts';
import { recordedText } from './recordedText.ts';

const someone = (...roles: Role[]): Person => ({
	id: 'h',
	pseudonym: 'Kim',
	group: 'none',
	organisationId: null,
	organisation: null,
	roles
});
const phases: Phase[] = [
	{
		id: 'c',
		slug: 'collect',
		title: 'Sammeln',
		beginsAt: '2027-02-01T00:00:00.000Z',
		endsAt: '2027-03-01T00:00:00.000Z',
		actions: ['propose']
	}
];
const because = (verdict: Verdict) => (verdict.ok ? null : verdict.because);

describe('who may write down what others say', () => {
	it.each([
		['a helper, while it is said', someone('helper'), '2027-02-15', '2027-02-15', null],
		['a helper, with a sheet carried home after the end', someone('helper'), '2027-03-10', '2027-02-27', null],
		['a helper, with a sheet that lay about too long', someone('helper'), '2027-03-16', '2027-02-27', 'phaseOver'],
		['a helper, with what was said after the end', someone('helper'), '2027-03-10', '2027-03-02', 'phaseOver'],
		['a helper, with what will be said', someone('helper'), '2027-02-15', '2027-02-16', 'saidLater'],
		['a moderator', someone('moderator'), '2027-02-15', '2027-02-15', 'roleMissing'],
		['a resident', someone(), '2027-02-15', '2027-02-15', 'roleMissing'],
		['nobody', null, '2027-02-15', '2027-02-15', 'signInFirst']
	] as const)('%s', (_, person, today, saidOn, expected) => {
		const facts = { person, phases, now: `${today}T12:00:00.000Z`, saidOn, action: 'propose', group: null } as const;
		expect(because(mayRecordNow(facts))).toBe(expected);
	});
});

describe('who may take a consent back for somebody', () => {
	it.each([
		['who wrote it down', someone('helper'), 'h', null, null],
		['another helper', someone('helper'), 'x', null, 'notYourRecording'],
		['the administration', someone('admin'), 'x', null, null],
		['nobody any more, once the person answers for it', someone('admin'), 'h', 'yesterday', 'takenOverNow']
	] as const)('%s', (_, person, recordedBy, takenOverAt, expected) => {
		expect(
			because(mayWithdrawConsent({ person, colleagues: person ? [person.id] : [], recordedBy, takenOverAt }))
		).toBe(expected);
	});
});

it.each([
	['with a fresh card', null, null, null],
	['with the card one came in with', 'p', null, null],
	['with the card somebody else came in with', 'q', null, 'takenOver'],
	['when somebody was quicker', null, 'yesterday', 'takenOver']
] as const)('taking over %s', (_, holder, takenOverAt, expected) => {
	expect(because(mayClaim({ personId: 'p', holder, takenOverAt }))).toBe(expected);
});

it('everybody reads how words came here', () => {
	const note = { channel: 'conversation', readBack: true, takenOver: false } as const;
	expect(recordedText(note)).toBe('Aufgeschrieben von einer Helferin, im Gespräch, vorgelesen und bestätigt.');
	expect(recordedText({ ...note, channel: 'paper', readBack: false })).toBe(
		'Aufgeschrieben von einer Helferin, von einem Papier-Bogen.'
	);
	expect(recordedText({ ...note, channel: 'telephone', readBack: false, takenOver: true })).toBe(
		'Aufgeschrieben von einer Helferin, am Telefon, nicht vorgelesen. Die Person hat den Text später selbst übernommen.'
	);
});

it('version 1 of the consent is this text, and a new text needs a new version', () => {
	expect([CONSENT_VERSION, t.recording.consentText]).toEqual([
		'1',
		'Die Person ist einverstanden: Der Text wird ohne Namen veröffentlicht und ausgewertet. Sie weiß: Sie kann das jederzeit zurücknehmen.'
	]);
});

it('a row in which only something is chosen is an empty row', () => {
	const head = { channel: 'paper', date: '2027-02-15', place: 'Café', group: 'affected' };
	const parsed = ManySheetsForm.safeParse({ ...head, 'kind-1': 'proposal', 'consent-1': 'yes', 'title-2': ' ' });
	expect(parsed.error?.issues.map(({ message, path }) => [path[0], message])).toEqual([['body-1', 'rowsMissing']]);
});
