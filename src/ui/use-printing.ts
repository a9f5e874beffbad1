import { useSyncExternalStore } from 'react';

/** True from the moment the browser is about to print until it has. */
let announced = false;

const isPrinting = () => announced || matchMedia('print').matches;

function subscribe(listener: () => void): () => void {
  const media = matchMedia('print');
  const begin = () => {
    announced = true;
    listener();
  };
  const end = () => {
    announced = false;
    listener();
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  media.addEventListener('change', listener);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    media.removeEventListener('change', listener);
  };
}

/** Whether the page is being printed: the moment to draw what is not on screen, such as all rows of a long table. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, isPrinting);
}
