import { afterEach } from 'vitest';
import * as moderation from '#lib/moderation/moderation.server.ts';
import type { Person } from '#lib/people/person.ts';
import { deliver } from '#lib/server/mail/outbox.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import * as subscriptions from '#lib/subscriptions/subscriptions.server.ts';
import { found } from '#lib/verdict.ts';
import { openOffice, type publishing, type rejecting } from './files/office.ts';
import { openMailServer, wordsOf, type MailServer } from './machine/mailServer.ts';

const servers: MailServer[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

export const MAIL = { email: 'Maria@example.org', rhythm: 'hourly' } as const;

/** A moderation at work, a real mail server, and a clock that is put forward by minutes. */
export async function scene() {
	const [office, server] = [await openOffice(), await openMailServer()];
	servers.push(server);
	const { testApp } = office;
	testApp.app.config.smtpUrl = server.url;
	const begin = Date.parse(testApp.now);
	const minute = (past: number) => testApp.at(new Date(begin + past * 60_000).toISOString());
	const worker = () => testApp.as(null);
	/** The chores run; what has arrived since. */
	const turn = async () => {
		const before = server.letters.length;
		await subscriptions.send(worker());
		await deliver(worker(), server.send);
		return server.letters.slice(before).map(({ to, raw }) => ({ to, subject: raw, words: wordsOf(raw) }));
	};
	/** Asks, gets the mail, presses the link. */
	const follow = async (person: Person, form: { email: string; rhythm: 'hourly' | 'weekly' } = MAIL) => {
		await subscriptions.followOwn(testApp.as(person), form);
		const [mail] = await turn();
		const token = tokenIn(mail?.words);
		await subscriptions.confirm(worker(), token);
		return token;
	};
	const decide = (id: string, how: typeof publishing | typeof rejecting) =>
		moderation.decide(testApp.as(office.moderator), how('proposal', id));
	return { ...office, server, minute, turn, follow, decide, worker };
}

/** What the link in a mail opens. */
export const tokenIn = (words = '') => found(/\/nachrichten\/([\w-]+)/.exec(words)?.[1], 'link');
export const kept = ({ app }: { app: Ctx['app'] }) => app.reader.selectFrom('subscriptions').selectAll().execute();
