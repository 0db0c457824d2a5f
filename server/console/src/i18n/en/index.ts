// Every sentence of the console in English. Another language has the same shape.
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

export const en = { locale, app: 'Rapport', ...aside, ...board, ...common, ...shell, ...measures, ...records, ...conflicts, ...devices, ...exports, ...help, ...inbox, ...office, ...partners, ...sealed };

export type Words = typeof en;
