import * as people from '../people/people.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { record } from '../server/journal/journal.server.ts';
import { enqueue } from '../server/mail/outbox.server.ts';
import { fill } from '../texts/texts.ts';
import type { Gate } from './publishing.server.ts';

/** Who hears how far a version is. */

export async function happened(
	ctx: Ctx,
	gate: Gate,
	verb: 'version.ready' | 'version.approved' | 'version.published',
	more: Record<string, string>
): Promise<void> {
	const { versionId, number, consultationId } = gate;
	await record(ctx, { verb, subjectId: versionId, consultationId, details: { number, ...more } });
}

/** To everybody who may publish, except the one who acts. */
export async function write(ctx: Ctx, gate: Gate, mail: { subject: string; body: string }): Promise<void> {
	const facts = {
		number: gate.number,
		title: gate.title,
		link: `${ctx.house.config.origin}/werkstatt/freigabe`
	};
	for (const to of await people.emailsOf(ctx, 'publisher', ctx.person?.id)) {
		await enqueue(ctx, { to, subject: fill(mail.subject, facts), body: fill(mail.body, facts) });
	}
}
