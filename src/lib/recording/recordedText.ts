import { fill, t } from '../texts/texts.ts';
import type { Channel } from './recording.ts';

/** How words came here, as everybody reads it. */
export function recordedText({
	channel,
	readBack,
	takenOver
}: {
	channel: Channel;
	readBack: boolean;
	takenOver: boolean;
}): string {
	const words = t.recording.told;
	const how = words.how[channel];
	// On paper people have written themselves: there is nothing to read back.
	const isOwn = channel === 'paper' && !readBack;
	const spoken = isOwn
		? fill(words.plain, { how })
		: fill(words.by, { how, read: readBack ? words.read : words.unread });
	return takenOver ? `${spoken} ${words.takenOver}` : spoken;
}

/** By id, for lists. */
export function recordedTexts(notes: ReadonlyMap<string, Parameters<typeof recordedText>[0]>): Record<string, string> {
	return Object.fromEntries([...notes].map(([id, note]) => [id, recordedText(note)]));
}
