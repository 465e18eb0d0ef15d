import { SMTPServer } from 'smtp-server';
import { readConfig } from '#lib/server/config.ts';
import { openPost, type Send } from '#lib/server/mail/post.server.ts';

export interface MailServer {
	url: string;
	send: Send;
	/** What arrived, as it was sent. */
	letters: { to: string[]; raw: string }[];
	/** So many mails are not taken first. */
	refuse: number;
	close(): void;
}

/** A real mail server on this machine. */
export async function openMailServer(): Promise<MailServer> {
	const office: MailServer = { url: '', send: async () => {}, letters: [], refuse: 0, close: () => server.close() };
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				if (office.refuse-- > 0) return done(Object.assign(new Error('come back later'), { responseCode: 451 }));
				const to = session.envelope.rcptTo.map(({ address }) => address);
				office.letters.push({ to, raw: Buffer.concat(chunks).toString() });
				done();
			});
		}
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	office.url = `smtp://127.0.0.1:${address.port}`;
	office.send = openPost(readConfig({ SMTP_URL: office.url, MAIL_FROM: 'teilhabe@example.org' })) ?? office.send;
	return office;
}

/** The words of a mail as its reader sees them. */
export function wordsOf(raw: string): string {
	const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
	if (/^Content-Transfer-Encoding: base64/im.test(raw)) return Buffer.from(body, 'base64').toString();
	if (!/^Content-Transfer-Encoding: quoted-printable/im.test(raw)) return body;
	const bytes = body
		.replace(/=\r\n/g, '')
		.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString();
}
