import type { Provider } from './contract';
import { provider as mobivate } from './mobivate/index';
import { provider as textus } from './textus/index';

/** The one list of vendors. A third costs its folder and a line here; everything else is made from this list. */
export const providers: readonly Provider[] = [mobivate, textus];
