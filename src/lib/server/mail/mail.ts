import { z } from 'zod';
import { MINUTE } from '../../time.ts';

const MAIL_LIMITS = { subject: 200, body: 50_000 } as const;

/** What a mail may look like. They are sent by `outbox.server.ts` (`deliver`), over SMTP by `post.server.ts`. */

/** One address, one line of subject: a list of addresses or a line break would say more to the mail server than meant. */
export const Mail = z.object({
	to: z.email(),
	subject: z
		.string()
		.transform((text) => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim())
		.pipe(z.string().min(1).max(MAIL_LIMITS.subject)),
	body: z.string().min(1).max(MAIL_LIMITS.body)
});
export type Mail = z.output<typeof Mail>;

const WAITS = [1, 5, 30, 120, 360, 720, 1_440, 1_440].map((minutes) => minutes * MINUTE);

/** Milliseconds to wait after this many tries, or null: it is not tried again. */
export function waitAfter(tries: number): number | null {
	return WAITS[tries - 1] ?? null;
}
