import { lostWords, type Text } from '#lib/omissions/words/lostWords.ts';

/**
 * Looks for lost words in so many contributions of sixty words each, several times over, in a process of its own: prints
 * the milliseconds of each time and the most memory the process ever took, in MB.
 */
const [people, times] = [Number(process.argv[2]), Number(process.argv[3])];
const GROUPS = ['first', 'second', 'third'];
const SYLLABLES = ['ba', 'ko', 'ri', 'sta', 'mel', 'tun', 'gar', 'pfe', 'lis', 'dor'];
const [VOCABULARY, LENGTH] = [20_000, 60];

let state = 23;
const roll = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

/** A few words are used all the time, and most hardly ever. */
const words = Array.from({ length: VOCABULARY }, () =>
	Array.from({ length: 2 + Math.floor(3 * roll()) }, () => SYLLABLES[Math.floor(10 * roll())]).join('')
);
/** Through bytes and back: as it comes out of a database, in one piece. */
const flat = (text: string) => Buffer.from(text).toString();
const text = () => flat(Array.from({ length: LENGTH }, () => words[Math.floor(roll() ** 3 * VOCABULARY)]).join(' '));

const texts = Array.from({ length: people }, (_, place): Text => {
	return { author: String(Math.floor(0.6 * people * roll())), group: GROUPS[place % 3] ?? '', text: text() };
});
const version = flat(Array.from({ length: 40 }, text).join(' '));
const millis = Array.from({ length: times }, () => {
	const began = performance.now();
	lostWords(texts, version, GROUPS);
	return performance.now() - began;
});
console.log(JSON.stringify({ millis, memory: process.resourceUsage().maxRSS / 1_024 }));
