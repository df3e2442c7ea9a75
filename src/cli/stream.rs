//! An audit that tells each plan by itself, as soon as it is done, and forgets it: any number of plans in the same memory.

use super::arguments::{Audit, Target};
use super::audit::{Asked, Found, report, told};
use super::gates::{self, Closed, Complaints};
use super::{End, Setting, complain, plan, print, refusal, refusal_text};
use crate::files::{NewFile, Unreadable};
use crate::report::{self, Format};
use crate::words::say;
use anyhow::{Result, anyhow};
use std::collections::BTreeMap;
use std::sync::mpsc;
use std::thread;

/// What is to be said of one plan.
struct Told {
    line: String,
    closed: Vec<Closed>,
    unreadable: Option<Unreadable>,
}

/// Audits the plans and writes a line for each, in their order; a file that cannot be read is a line too.
pub(super) fn stream(asked: &Asked, found: impl Iterator<Item = Found> + Send, task: &Audit, setting: &Setting) -> Result<End> {
    let mut out = Out::open(&task.target, setting)?;
    let mut complaints = Complaints::default();
    let mut end = End::Done;
    let line_of = |found: Found| tell(asked, found, setting);
    in_order(found, &line_of, |told| {
        out.write(&told.line, setting)?;
        complaints.say(told.closed);
        if let Some(error) = told.unreadable {
            complain(&refusal(&error, setting));
            end = End::Failed;
        }
        Ok(())
    })?;
    out.finish(setting)?;
    complaints.say(gates::closed_by_waivers(&asked.gates, &report(asked, Vec::new(), &BTreeMap::new(), Vec::new(), setting), setting));
    let closed = complaints.conclude(setting) && !task.exit_zero;
    Ok(if end == End::Done && closed { End::GateFailed } else { end })
}

fn tell(asked: &Asked, found: Found, setting: &Setting) -> Told {
    let (plans, unreadable) = match found.and_then(|input| plan::read(&input, setting)) {
        Ok(plan) => (vec![plan], None),
        Err(error) => (Vec::new(), Some(error)),
    };
    let names = unreadable.iter().map(|error| told(error, setting)).collect();
    let report = report(asked, plans, &BTreeMap::new(), names, setting);
    let closed = gates::closed_by_plans(&asked.gates, &report, setting);
    Told { line: report::render(&report, Format::Ndjson, setting.width), closed, unreadable }
}

/// Works on the items with all threads and hands over what comes out in the order of the items, each as soon as it can be.
///
/// Only so many are under way that no thread waits: neither a slow first item nor an endless list fills the memory. The
/// items are fetched by a thread of their own, because a list may pause while results wait to be told.
fn in_order<T: Send, A: Send>(
    items: impl Iterator<Item = T> + Send,
    work: &(impl Fn(T) -> A + Sync),
    mut take: impl FnMut(A) -> Result<()>,
) -> Result<()> {
    let (under_way, results) = mpsc::sync_channel(rayon::current_num_threads() * UNDER_WAY_PER_THREAD);
    rayon::in_place_scope(|pool| {
        thread::scope(|threads| {
            threads.spawn(move || {
                for item in items {
                    let (done, result) = mpsc::sync_channel(1);
                    // Nobody takes results any more, for example because the pipe is closed.
                    if under_way.send(result).is_err() {
                        return;
                    }
                    pool.spawn(move |_| drop(done.send(work(item))));
                }
            });
            for result in results {
                take(result.recv()?)?;
            }
            Ok(())
        })
    })
}

const UNDER_WAY_PER_THREAD: usize = 4;

/// Where the lines go.
enum Out {
    Standard,
    File(NewFile, String),
}

impl Out {
    fn open(target: &Target, setting: &Setting) -> Result<Self> {
        let Some(path) = &target.output else { return Ok(Self::Standard) };
        let file = NewFile::begin(path, target.force).map_err(|error| anyhow!(refusal_text(&error, setting)))?;
        Ok(Self::File(file, path.display().to_string()))
    }

    fn write(&mut self, line: &str, setting: &Setting) -> Result<()> {
        match self {
            Self::Standard => print(line),
            Self::File(file, _) => file.write(line).map_err(|error| anyhow!(refusal_text(&error, setting))),
        }
    }

    fn finish(self, setting: &Setting) -> Result<()> {
        let Self::File(file, name) = self else { return Ok(()) };
        file.finish().map_err(|error| anyhow!(refusal_text(&error, setting)))?;
        complain(&say!(setting.speech, "written", path = name));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_order_and_few_are_under_way() {
        let (fetched, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let most = rayon::current_num_threads() * UNDER_WAY_PER_THREAD + 2;
        let items = (0..200).inspect(|_| {
            assert!(fetched.fetch_add(1, Ordering::SeqCst) <= taken.load(Ordering::SeqCst) + most);
        });
        // Later items are done earlier.
        let work = |n: u64| {
            thread::sleep(Duration::from_micros(if n.is_multiple_of(7) { 3_000 } else { 10 }));
            n
        };
        let mut results = Vec::new();
        in_order(items, &work, |n| {
            taken.fetch_add(1, Ordering::SeqCst);
            results.push(n);
            Ok(())
        })
        .unwrap();
        assert_eq!(results, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn a_result_is_handed_over_while_the_next_item_is_not_yet_there() {
        let (ask, asked) = mpsc::channel();
        let mut results = Vec::new();
        ask.send(1).unwrap();
        let mut ask = Some(ask);
        in_order(asked.into_iter(), &|n| n, |n: u64| {
            results.push(n);
            match &ask {
                Some(more) if n < 5 => more.send(n + 1)?,
                _ => ask = None,
            }
            Ok(())
        })
        .unwrap();
        assert_eq!(results, [1, 2, 3, 4, 5]);
    }

    #[test]
    fn an_endless_list_ends_when_nobody_takes_its_results() {
        let mut taken = 0;
        let refused = in_order(0.., &|n: u64| n, |_| {
            taken += 1;
            if taken < 3 { Ok(()) } else { Err(anyhow!("")) }
        });
        assert!(refused.is_err() && taken == 3);
    }
}
