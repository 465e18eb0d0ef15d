import { city } from './city/city.ts';
for (const votes of [10_000, 1_000_000]) {
const t=performance.now();
const c = await city(null, { proposals: 1000, comments: 20, points: 40, persons: 2000, votes });
console.log(Math.round(performance.now()-t), c, c.bytesOfVotes/votes);
}
