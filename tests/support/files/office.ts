import type { CommentInput } from '#lib/comments/comment.ts';
import * as comments from '#lib/comments/comments.server.ts';
import type { Kind, State } from '#lib/moderation/screening.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { makeTestApp, type TestApp } from '../machine/testApp.ts';

/** A town with a moderator, and people who send her something to read. */
export interface Office {
	testApp: TestApp;
	moderator: Person;
	/** Sends a contribution and returns its id. */
	send(who?: Person, body?: string): Promise<{ id: string; number: number }>;
	/** Writes a comment on a contribution and returns its id. */
	say(number: number, who?: Person, more?: Partial<CommentInput>): Promise<string>;
}

export async function openOffice(): Promise<Office> {
	const testApp = await makeTestApp();
	const moderator = await testApp.person('none', { roles: ['moderator'] });
	return {
		testApp,
		moderator,
		async send(who, body = 'Wir brauchen Wohnungen, die man bezahlen kann.') {
			const id = newId();
			const form = { id, kind: 'proposal', field: 'wohnen', title: 'Mehr Wohnungen', body, evidence: '' } as const;
			return {
				id,
				number: await proposals.submit(testApp.as(who ?? (await testApp.person())), testApp.consultationId, form)
			};
		},
		async say(number, who, more = {}) {
			const form: CommentInput = { id: newId(), parentId: null, stance: 'note', body: 'Dazu noch etwas.', ...more };
			await comments.write(
				testApp.as(who ?? (await testApp.person())),
				(ctx) => comments.aboutProposal(ctx, number),
				form
			);
			return form.id;
		}
	};
}

export const about = (kind: Kind, subjectId: string, seen: State = 'waiting') => ({
	id: newId(),
	kind,
	subjectId,
	seen
});
export const publishing = (kind: Kind, id: string) => ({ ...about(kind, id), deed: 'publish' }) as const;
export const rejecting = (kind: Kind, id: string) =>
	({ ...about(kind, id), deed: 'reject', ground: 'unclear', note: 'Rufen Sie uns an.' }) as const;
export const hiding = (kind: Kind, id: string) =>
	({ ...about(kind, id, 'published'), deed: 'hide', ground: 'insult', note: '' }) as const;
export const restoring = (kind: Kind, id: string) => ({ ...about(kind, id, 'hidden'), deed: 'restore' }) as const;

export const screeningsOf = (testApp: TestApp) => testApp.app.reader.selectFrom('screenings').selectAll().execute();
