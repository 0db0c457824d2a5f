// Every sentence of the console in Spanish: plain words, and usted.
import type { Words } from '../en';
import * as aside from './aside';
import * as board from './board';
import * as common from './common';
import * as conflicts from './conflicts';
import * as devices from './devices';
import * as exports from './exports';
import * as help from './help';
import * as inbox from './inbox';
import { locale } from './numbers';
import * as measures from './measures';
import * as office from './office';
import * as partners from './partners';
import * as records from './records';
import * as sealed from './sealed';
import * as shell from './shell';

export const es: Words = { locale, app: 'Rapport', ...aside, ...board, ...common, ...shell, ...measures, ...records, ...conflicts, ...devices, ...exports, ...help, ...inbox, ...office, ...partners, ...sealed };
