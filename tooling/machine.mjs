// `pnpm install` runs this: turbo knows neither operating system nor processor, and what one kind of machine
// built or tested says little about another. Plain JavaScript for whatever Node the machine has.
import { writeFileSync } from 'node:fs';

writeFileSync('node_modules/.machine', `${process.platform} ${process.arch}\n`);
