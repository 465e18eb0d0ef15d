import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';

interface Letter {
	/** Of the row in the outbox; the Message-ID is made of it. */
	id: string;
	to: string;
	subject: string;
	body: string;
}

export type Send = (letter: Letter) => Promise<void>;

/** Below the shortest wait between two tries, so that a mail that hangs is never on its way twice. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** The way to the mail server, or null when none is configured. */
export function openPost(config: Config): Send | null {
	if (config.smtpUrl === null) return null;
	const transport = createTransport({ url: config.smtpUrl, ...PATIENCE });
	const { hostname } = new URL(config.origin);
	return async ({ id, to, subject, body }) => {
		await transport.sendMail({
			from: { name: 'Teilhabe', address: config.mailFrom },
			to: { name: '', address: to },
			subject,
			text: body,
			messageId: `<${id}@${hostname}>`,
			headers: { 'Auto-Submitted': 'auto-generated' },
			disableFileAccess: true,
			disableUrlAccess: true
		});
	};
}
