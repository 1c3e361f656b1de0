package io.dealdocs.testbench;

import com.vaadin.testbench.TestBench;
import com.vaadin.testbench.TestBenchTestCase;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;

/** Looks at the running demo's start page with TestBench. */
final class StartPageCheck extends TestBenchTestCase {

    private static final String APP = "http://localhost:8080/";

    private StartPageCheck() {}

    static void run() {
        WebDriver driver = TestBench.createDriver(
                new ChromeDriver(new ChromeOptions().addArguments("--headless=new", "--no-sandbox")));
        try {
            driver.get(APP);
            if (!driver.findElement(By.id("connect")).isDisplayed()) {
                throw new AssertionError("the start page must offer to connect Pipedrive");
            }
        } finally {
            driver.quit();
        }
    }
}
