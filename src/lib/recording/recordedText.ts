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
	// On paper people have written themselves: there is nothing to read back.
	const read = readBack ? words.read : words.unread;
	const sentence = fill(words.by, { how: words.how[channel], read });
	const spoken = channel === 'paper' && !readBack ? sentence.replace(`, ${words.unread}`, '') : sentence;
	return takenOver ? `${spoken} ${words.takenOver}` : spoken;
}

/** By id, for lists. */
export function recordedTexts(notes: ReadonlyMap<string, Parameters<typeof recordedText>[0]>): Record<string, string> {
	return Object.fromEntries([...notes].map(([id, note]) => [id, recordedText(note)]));
}
