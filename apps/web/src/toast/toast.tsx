'use client';

import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';

interface Toast {
  readonly words: string;
  readonly action?: { readonly label: string; readonly run: () => void | Promise<void> };
}

const shownForMs = 10_000;
const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Says what just happened, for ten seconds, with a way back where there is one. The newest replaces the one before. */
export const useToast = () => use(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast & { key: number }>();
  const [held, setHeld] = useState(false);
  const show = useCallback((next: Toast) => setToast({ ...next, key: Date.now() }), []);

  useEffect(() => {
    if (!toast || held) return undefined;
    const timer = setTimeout(() => setToast(undefined), shownForMs);
    return () => clearTimeout(timer);
  }, [toast, held]);

  const hold = useMemo(
    () => ({
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onFocus: () => setHeld(true),
      onBlur: () => setHeld(false),
    }),
    [],
  );

  return (
    <ToastContext value={show}>
      {children}
      <div role="status" aria-live="polite">
        {toast && (
          <div className="toast" key={toast.key} {...hold}>
            <span>{toast.words}</span>
            {toast.action && (
              <button
                type="button"
                onClick={() => {
                  setToast(undefined);
                  setHeld(false);
                  void toast.action?.run();
                }}
              >
                {toast.action.label}
              </button>
            )}
          </div>
        )}
      </div>
    </ToastContext>
  );
}
