import type { Ctx } from '../server/ctx.ts';
import { ChannelName, type Channel } from './recording.ts';
import * as store from './store.server.ts';

/** What everybody may know of how words came here. Place and helper stay with the team. */
export interface Note {
	channel: Channel;
	readBack: boolean;
	takenOver: boolean;
	/** The meeting it comes from, while that is public. */
	workshop: { number: number; label: string } | null;
}

/** Of those among these contributions and comments that somebody else wrote down. */
export async function notesOn(ctx: Ctx, subjectIds: readonly string[]): Promise<Map<string, Note>> {
	const rows = await store.ofSubjects(ctx.db, subjectIds);
	return new Map(
		rows.map(({ subjectId, channel, readBackAt, takenOverAt, workshop, workshopLabel }) => [
			subjectId,
			{
				channel: ChannelName.parse(channel),
				readBack: readBackAt !== null,
				takenOver: takenOverAt !== null,
				workshop: workshop === null ? null : { number: workshop, label: workshopLabel ?? '' }
			}
		])
	);
}
