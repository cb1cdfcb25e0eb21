import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { expect, test, vi } from 'vitest';
import { reloadRestoredPage } from './back-forward-cache';

test('loads a page again that the browser had kept, and no other', () => {
  const reload = vi.fn();
  const window = Object.assign(new EventTarget(), { location: { reload } });
  TestBed.configureTestingModule({
    providers: [{ provide: DOCUMENT, useValue: { defaultView: window } }],
  });
  TestBed.runInInjectionContext(reloadRestoredPage);
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  expect(reload).not.toHaveBeenCalled();
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(reload).toHaveBeenCalledOnce();
});
